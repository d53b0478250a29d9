package org.answerloop.imports.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.imports.application.ImportWorker;

/** Wakes the imports on every server; what is to be done stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ImportTimer extends RecurringTimer {

    @Inject
    private ImportWorker worker;

    @Override
    protected void work() {
        worker.run();
    }

    @Override
    protected Duration interval() {
        return Duration.ofSeconds(1);
    }
}
