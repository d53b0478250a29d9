package org.answerloop.subscription.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.subscription.application.SendMails;

/** Wakes the sending on every server; what is to be done stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class SubscriptionTimer extends RecurringTimer {

    @Inject
    private SendMails mails;

    @Override
    protected void work() {
        mails.run();
    }

    @Override
    protected Duration interval() {
        return Duration.ofSeconds(5);
    }
}
