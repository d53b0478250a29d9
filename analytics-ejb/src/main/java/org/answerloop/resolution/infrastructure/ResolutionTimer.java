package org.answerloop.resolution.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.resolution.application.EvaluateDueConversations;
import org.answerloop.settings.Settings;

/** Wakes the evaluation on every server; what is to be done stands in the tables. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ResolutionTimer extends RecurringTimer {

    @Inject
    private Settings settings;

    @Inject
    private EvaluateDueConversations evaluation;

    @Override
    protected void work() {
        evaluation.run();
    }

    @Override
    protected Duration interval() {
        return settings.evaluationInterval();
    }
}
