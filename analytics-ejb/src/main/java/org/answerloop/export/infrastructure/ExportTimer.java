package org.answerloop.export.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.export.application.ExportWorker;

/** Wakes the exports on every server; what is to be done stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ExportTimer extends RecurringTimer {

    @Inject
    private ExportWorker worker;

    @Override
    protected void work() {
        worker.run();
    }

    @Override
    protected Duration interval() {
        return Duration.ofSeconds(1);
    }
}
