package org.answerloop.answer.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.answer.application.FollowPublications;
import org.answerloop.clock.RecurringTimer;

/** Looks every second for what was published, so that the customer agent reads it within two, whatever the clocks say. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class PublicationTimer extends RecurringTimer {

    @Inject
    private FollowPublications publications;

    @Override
    protected void work() {
        publications.run();
    }

    @Override
    protected Duration interval() {
        return Duration.ofSeconds(1);
    }

    @Override
    protected boolean goesByNoClock() {
        return true;
    }
}
