package org.answerloop.gap.infrastructure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.gap.application.CountStaleTopics;

/** Has the topics counted of which something changed; what is to be counted stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class TopicCountTimer extends RecurringTimer {

    @Inject
    private CountStaleTopics topics;

    /** Rests as long as it works: where there is much to count, many events came, whose intake needs the processors more. */
    @Override
    protected void work() {
        long began = System.nanoTime();
        while (topics.findTopics()) {
            began = rest(began);
        }
        long last = topics.count(0);
        while (last > 0) {
            began = rest(began);
            last = topics.count(last);
        }
    }

    @Override
    protected Duration interval() {
        return Duration.ofSeconds(1);
    }

    private static long rest(long began) {
        LockSupport.parkNanos(System.nanoTime() - began);
        return System.nanoTime();
    }
}
