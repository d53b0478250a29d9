package org.answerloop.answer.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.answer.application.UnderstandAnswers;
import org.answerloop.clock.RecurringTimer;

/** Looks every second whether there are published answers of which nobody knows yet what they mean. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class MeaningTimer extends RecurringTimer {

    @Inject
    private UnderstandAnswers answers;

    @Override
    protected void work() {
        answers.run();
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
