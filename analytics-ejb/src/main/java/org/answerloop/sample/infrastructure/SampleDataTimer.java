package org.answerloop.sample.infrastructure;

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

import org.answerloop.sample.application.SampleDataLoader;
import org.answerloop.settings.Settings;

/** Lets the server start first and fills the database then. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class SampleDataTimer {

    @Resource
    private TimerService timers;

    @Inject
    private Settings settings;

    @Inject
    private SampleDataLoader loader;

    @PostConstruct
    void start() {
        if (settings.sample() > 0) {
            timers.createSingleActionTimer(1, new TimerConfig(null, false));
        }
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        loader.load();
    }
}
