package org.answerloop.access.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.access.application.Refusals;
import org.answerloop.clock.RecurringTimer;

/** Sums up each minute what this server refused in it, also while its clock is wrong. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class RefusalTimer extends RecurringTimer {

    @Inject
    private Refusals refusals;

    @Override
    protected void work() {
        refusals.sumUp();
    }

    @Override
    protected Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    protected boolean goesByNoClock() {
        return true;
    }
}
