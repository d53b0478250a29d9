package org.answerloop.connection.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.connection.application.ForgetDeliveries;

/** Has old deliveries forgotten, every hour. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class DeliveryForgettingTimer extends RecurringTimer {

    @Inject
    private ForgetDeliveries forgetting;

    @Override
    protected void work() {
        forgetting.run();
    }

    @Override
    protected Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    protected Duration first() {
        return Duration.ofMinutes(19);
    }
}
