package org.answerloop.answer.infrastructure;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.answerloop.answer.application.FollowPublications;

/** Looks every second for what was published, so that the customer agent reads it within two. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class PublicationTimer {

    @Inject
    private FollowPublications publications;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void follow() {
        publications.run();
    }
}
