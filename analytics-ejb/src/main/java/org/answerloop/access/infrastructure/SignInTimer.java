package org.answerloop.access.infrastructure;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.answerloop.access.application.Refusals;
import org.answerloop.access.application.SignInAttempts;
import org.answerloop.access.application.SignIns;

/** Sums up each minute what was refused in it, and removes what has become too old. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class SignInTimer {

    @Inject
    private Refusals refusals;

    @Inject
    private SignIns signIns;

    @Inject
    private SignInAttempts attempts;

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wakeEachMinute() {
        refusals.sumUp();
    }

    @Schedule(hour = "*", minute = "*/10", second = "50", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void tidy() {
        signIns.tidy();
        attempts.tidy();
    }
}
