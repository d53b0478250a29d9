package org.answerloop.report.infrastructure;

import java.time.Duration;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.report.application.BeginGeneration;
import org.answerloop.report.application.RefreshRollup;
import org.answerloop.settings.Settings;

/** Wakes the refresh of the rollup on every server; what is to be done stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class RollupTimer extends RecurringTimer {

    @Inject
    private Settings settings;

    @Inject
    private BeginGeneration generations;

    @Inject
    private RefreshRollup refresh;

    // Here and not at every waking: two servers that count otherwise would begin anew in turns, for ever.
    @PostConstruct
    void start() {
        generations.beginWhereNeeded();
    }

    @Override
    protected void work() {
        refresh.run();
    }

    @Override
    protected Duration interval() {
        return settings.rollupInterval();
    }
}
