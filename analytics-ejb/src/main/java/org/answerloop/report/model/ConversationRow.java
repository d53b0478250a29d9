package org.answerloop.report.model;

import java.time.Instant;

/**
 * One conversation behind a figure.
 *
 * @param language BCP 47; null where the source did not say
 * @param firstPartAt when the customer agent first took part; null where it did not
 * @param state {@code OPEN} (the customer agent took no part), {@code PENDING}, {@code RESOLVED} or {@code NOT_RESOLVED}
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
        String state,
        String firstQuestion) {}
