package org.answerloop.access.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** Does something on a thread of the container, outside the request that asks for it. */
@Stateless
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class SideTask {

    /** Returns at once. */
    @Asynchronous
    public void run(Runnable work) {
        work.run();
    }
}
