package org.answerloop.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.answerloop.access.model.Scope;

/** The scope that a key needs for what is annotated; on the resource's class. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Opens {

    Scope value();
}
