package org.answerloop.gap.model;

import java.time.Instant;

/**
 * One time that a question was asked.
 *
 * @param question exactly as it was asked
 * @param source with the external id, names the conversation
 * @param ticketId null where the conversation has no ticket
 * @param ticketUrl as the source told it; null where it did not
 */
public record Asking(
        String question,
        Instant askedAt,
        String source,
        String externalId,
        String channel,
        String ticketId,
        String ticketUrl) {}
