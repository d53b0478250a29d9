package org.answerloop.resolution.infrastructure;

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

import org.answerloop.resolution.application.EvaluateDueConversations;
import org.answerloop.settings.Settings;

/** Wakes the evaluation on every server; what is to be done stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ResolutionTimer {

    @Resource
    private TimerService timers;

    @Inject
    private Settings settings;

    @Inject
    private EvaluateDueConversations evaluation;

    @PostConstruct
    void start() {
        long interval = settings.evaluationInterval().toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        evaluation.run();
    }
}
