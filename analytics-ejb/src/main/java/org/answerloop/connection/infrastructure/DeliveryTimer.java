package org.answerloop.connection.infrastructure;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.answerloop.connection.application.DeliveryWorker;
import org.answerloop.connection.application.ForgetDeliveries;

/** Wakes the work on deliveries that nobody woke it for: those put off, and those whose worker was killed. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class DeliveryTimer {

    @Inject
    private DeliveryWorker worker;

    @Inject
    private ForgetDeliveries forgetting;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        worker.wake();
    }

    @Schedule(hour = "*", minute = "43", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void forget() {
        forgetting.run();
    }
}
