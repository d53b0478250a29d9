package org.answerloop.event.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.event.application.EnforceRetention;

/** Wakes the retention every hour. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class RetentionTimer extends RecurringTimer {

    @Inject
    private EnforceRetention retention;

    @Override
    protected void work() {
        retention.run();
    }

    @Override
    protected Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    protected Duration first() {
        return Duration.ofMinutes(17);
    }
}
