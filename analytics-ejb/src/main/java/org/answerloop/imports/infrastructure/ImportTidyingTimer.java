package org.answerloop.imports.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.imports.application.ImportWorker;

/** Has the files of imports removed that nobody needs any more, every hour. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ImportTidyingTimer extends RecurringTimer {

    @Inject
    private ImportWorker worker;

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
        return Duration.ofMinutes(13);
    }
}
