package org.answerloop.connection.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.connection.application.DeliveryWorker;

/** Wakes the work on deliveries that nobody woke it for: those put off, and those whose worker was killed. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class DeliveryTimer extends RecurringTimer {

    @Inject
    private DeliveryWorker worker;

    @Override
    protected void work() {
        worker.wake();
    }

    @Override
    protected Duration interval() {
        return Duration.ofSeconds(5);
    }
}
