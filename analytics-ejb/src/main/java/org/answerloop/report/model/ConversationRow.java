package org.answerloop.report.model;

import java.time.Instant;

import org.answerloop.conversation.model.ConversationState;

/**
 * One conversation behind a figure.
 *
 * @param language BCP 47; null where the source did not say
 * @param firstPartAt when the customer agent first took part; null where it did not
 * @param firstQuestion the beginning of the visitor's first message; null where there is none, or its text was redacted
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
        String firstQuestion) {}
