package org.answerloop.export.infrastructure;

import java.time.Duration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.answerloop.export.application.ExportWorker;

/** Wakes the exports on every server; what is to be done stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ExportTimer {

    private static final long INTERVAL = Duration.ofSeconds(1).toMillis();

    @Resource
    private TimerService timers;

    @Inject
    private ExportWorker worker;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(INTERVAL, INTERVAL, new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        worker.run();
    }

    @Schedule(hour = "*", minute = "11", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void tidy() {
        worker.tidy();
    }
}
