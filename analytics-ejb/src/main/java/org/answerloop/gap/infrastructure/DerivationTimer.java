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

import org.answerloop.gap.application.FollowDecisions;

/** Goes through conversations after something was decided anew, with a rest after every few, for nobody waits for it. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class DerivationTimer {

    private static final long FIRST = 10_000;

    private static final long INTERVAL = 1_000;

    private static final int CHUNKS = 4;

    @Resource
    private TimerService timers;

    @Inject
    private FollowDecisions decisions;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(FIRST, INTERVAL, new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            if (!decisions.goOn()) {
                return;
            }
        }
    }
}
