package org.answerloop.connection.application;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** Works on deliveries behind the scenes, once on each server: who wakes it goes on at once. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class DeliveryWorker {

    private final Semaphore turn = new Semaphore(1);
    private final AtomicBoolean wanted = new AtomicBoolean();

    @Inject
    private WorkDeliveries work;

    /** Sees to it that whatever is stored before this call is worked on. */
    @Asynchronous
    public void wake() {
        wanted.set(true);
        while (wanted.get() && turn.tryAcquire()) {
            try {
                wanted.set(false);
                work.run();
            } finally {
                turn.release();
            }
        }
    }
}
