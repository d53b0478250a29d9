package org.answerloop.system.inside.clock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A setting that a class of tests needs to be otherwise than it is for the others: the application is deployed anew with it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Configured {

    /** As in a file of properties. */
    String value();
}
