package org.answerloop.access.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.access.application.SignInAttempts;
import org.answerloop.access.application.SignIns;
import org.answerloop.clock.RecurringTimer;

/** Removes what has become too old of sign-ins and of attempts at them. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class SignInTimer extends RecurringTimer {

    @Inject
    private SignIns signIns;

    @Inject
    private SignInAttempts attempts;

    @Override
    protected void work() {
        signIns.tidy();
        boolean more = true;
        while (more) {
            more = attempts.tidy();
        }
    }

    @Override
    protected Duration interval() {
        return Duration.ofMinutes(10);
    }
}
