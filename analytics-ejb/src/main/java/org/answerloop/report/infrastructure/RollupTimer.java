package org.answerloop.report.infrastructure;

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

import org.answerloop.report.application.BeginGeneration;
import org.answerloop.report.application.RefreshRollup;
import org.answerloop.settings.Settings;

/** Wakes the refresh of the rollup on every server; what is to be done stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class RollupTimer {

    @Resource
    private TimerService timers;

    @Inject
    private Settings settings;

    @Inject
    private BeginGeneration generations;

    @Inject
    private RefreshRollup refresh;

    @PostConstruct
    void start() {
        // Here and not at every waking: two servers that count otherwise would begin anew in turns, for ever.
        generations.beginWhereNeeded();
        long interval = settings.rollupInterval().toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        refresh.run();
    }
}
