package org.answerloop.export.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.export.application.ExportWorker;

/** Has the files of exports that ended long ago removed, every hour. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ExportTidyingTimer extends RecurringTimer {

    @Inject
    private ExportWorker worker;

    @Override
    protected void work() {
        worker.tidy();
    }

    @Override
    protected Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    protected Duration first() {
        return Duration.ofMinutes(11);
    }
}
