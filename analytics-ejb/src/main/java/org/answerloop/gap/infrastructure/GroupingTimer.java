package org.answerloop.gap.infrastructure;

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

import org.answerloop.gap.application.GroupingWorker;

/** Wakes the grouping on every server; whose turn it is, and what is to be done, stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class GroupingTimer {

    /** The server has started by then, and has its processors back. */
    private static final long FIRST = 5_000;

    /** A question has its topic within five seconds. */
    private static final long INTERVAL = 2_000;

    @Resource
    private TimerService timers;

    @Inject
    private GroupingWorker worker;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(FIRST, INTERVAL, new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        worker.wake();
    }
}
