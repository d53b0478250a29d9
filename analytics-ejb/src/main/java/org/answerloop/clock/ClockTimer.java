package org.answerloop.clock;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Has the clocks compared every minute, and more often while they differ, so that the work goes on soon after. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ClockTimer extends RecurringTimer {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration WHILE_THEY_DIFFER = Duration.ofSeconds(5);

    @Inject
    private ClockComparison clocks;

    @Override
    protected void work() {
        clocks.compare();
    }

    @Override
    protected Duration interval() {
        return clocks.state().agrees() ? INTERVAL : WHILE_THEY_DIFFER;
    }

    @Override
    protected boolean goesByNoClock() {
        return true;
    }
}
