package org.answerloop.reevaluation.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.reevaluation.application.CarryOutReevaluations;

/** Looks for conversations that are to be judged once more. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ReevaluationTimer extends RecurringTimer {

    @Inject
    private CarryOutReevaluations reevaluations;

    @Override
    protected void work() {
        reevaluations.run();
    }

    @Override
    protected Duration interval() {
        return Duration.ofSeconds(2);
    }
}
