package org.answerloop.gap.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.gap.application.GroupingWorker;

/** Wakes the grouping on every server; whose turn it is, and what is to be done, stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class GroupingTimer extends RecurringTimer {

    @Inject
    private GroupingWorker worker;

    @Override
    protected void work() {
        worker.wake();
    }

    /** A question has its topic within five seconds. */
    @Override
    protected Duration interval() {
        return Duration.ofSeconds(2);
    }

    /** The server has started by then, and has its processors back. */
    @Override
    protected Duration first() {
        return Duration.ofSeconds(5);
    }
}
