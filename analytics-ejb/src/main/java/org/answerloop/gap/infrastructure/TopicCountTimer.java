package org.answerloop.gap.infrastructure;

import java.util.concurrent.locks.LockSupport;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.answerloop.gap.application.CountStaleTopics;

/** Has the topics counted of which something changed; what is to be counted stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class TopicCountTimer {

    private static final long INTERVAL = 1_000;

    @Resource
    private TimerService timers;

    @Inject
    private CountStaleTopics topics;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(INTERVAL, INTERVAL, new TimerConfig(null, false));
    }

    /** Rests as long as it works: where there is much to count, many events came, whose intake needs the processors more. */
    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
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

    private static long rest(long began) {
        LockSupport.parkNanos(System.nanoTime() - began);
        return System.nanoTime();
    }
}
