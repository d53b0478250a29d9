package org.answerloop.reevaluation.infrastructure;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.answerloop.reevaluation.application.CarryOutReevaluations;

/** Looks for conversations that are to be judged once more. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ReevaluationTimer {

    @Inject
    private CarryOutReevaluations reevaluations;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        reevaluations.run();
    }
}
