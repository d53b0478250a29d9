package org.answerloop.event.infrastructure;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.answerloop.event.application.EnforceRetention;

/** Wakes the retention every hour. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class RetentionTimer {

    @Inject
    private EnforceRetention retention;

    @Schedule(hour = "*", minute = "17", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        retention.run();
    }
}
