package org.answerloop.connection.application;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** Has deliveries worked on behind the scenes: who wakes it goes on at once. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class DeliveryWorker {

    @Inject
    private DeliveryQueue queue;

    @Inject
    private DeliveryLanes lanes;

    /** Sees to it that whatever is stored before this call is worked on. */
    @Asynchronous
    public void wake() {
        queue.waiting().forEach(lanes::work);
    }
}
