package org.answerloop.connection.infrastructure;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.answerloop.connection.application.ReconciliationQueue;
import org.answerloop.connection.application.ReconciliationWorker;

/** Looks for platforms that are to be asked for what their webhooks have missed. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ReconciliationTimer {

    @Inject
    private ReconciliationQueue queue;

    @Inject
    private ReconciliationWorker worker;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        queue.due().forEach(worker::work);
    }
}
