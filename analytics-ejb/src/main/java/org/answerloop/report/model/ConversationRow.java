package org.answerloop.report.model;

import java.time.Instant;

import org.answerloop.conversation.model.ConversationState;

/**
 * One conversation behind a figure.
 *
 * @param language BCP 47; null where the source did not say
 * @param firstPartAt when the customer agent first took part; null where it did not
 * @param firstQuestion the beginning of the visitor's first message; null where there is none, or its text was redacted
 * @param countedAt the moment that put it into its bucket, by which the list is ordered
 */
public record ConversationRow(
        long id,
        String source,
        String externalId,
        String channel,
        String language,
        String agentName,
        Instant beganAt,
        Instant firstPartAt,
        ConversationState state,
        String firstQuestion,
        Instant countedAt) {

    /** The same row with its question. */
    public ConversationRow asking(String question) {
        return new ConversationRow(
                id, source, externalId, channel, language, agentName, beganAt, firstPartAt, state, question, countedAt);
    }
}
