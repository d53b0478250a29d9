package org.answerloop.connection.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.connection.application.ReconciliationQueue;
import org.answerloop.connection.application.ReconciliationWorker;

/** Looks for platforms that are to be asked for what their webhooks have missed. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ReconciliationTimer extends RecurringTimer {

    @Inject
    private ReconciliationQueue queue;

    @Inject
    private ReconciliationWorker worker;

    @Override
    protected void work() {
        queue.due().forEach(worker::work);
    }

    @Override
    protected Duration interval() {
        return Duration.ofSeconds(5);
    }
}
