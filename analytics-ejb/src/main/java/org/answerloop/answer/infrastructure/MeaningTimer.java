package org.answerloop.answer.infrastructure;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.answerloop.answer.application.UnderstandAnswers;

/** Looks every second whether there are published answers of which nobody knows yet what they mean. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class MeaningTimer {

    @Inject
    private UnderstandAnswers answers;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void understand() {
        answers.run();
    }
}
