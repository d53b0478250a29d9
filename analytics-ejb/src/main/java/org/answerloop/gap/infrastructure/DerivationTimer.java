package org.answerloop.gap.infrastructure;

import java.time.Duration;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

import org.answerloop.clock.RecurringTimer;
import org.answerloop.gap.application.FollowDecisions;

/** Has questions follow what was told and what was decided, with a rest after every few chunks, for nobody waits for it. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class DerivationTimer extends RecurringTimer {

    private static final int CHUNKS = 4;

    @Inject
    private FollowDecisions decisions;

    @Override
    protected void work() {
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            if (!decisions.goOn()) {
                return;
            }
        }
    }

    @Override
    protected Duration interval() {
        return Duration.ofSeconds(1);
    }

    @Override
    protected Duration first() {
        return Duration.ofSeconds(10);
    }
}
