package org.answerloop.gap.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One time that a question was asked.
 *
 * @param question exactly as it was asked
 * @param externalId the id of the conversation in its source
 * @param ticketId null where the conversation has no ticket
 * @param ticketUrl as the source told it; null where it did not
 */
public record Asking(
        String question,
        Instant askedAt,
        long conversationId,
        String externalId,
        String channel,
        String ticketId,
        String ticketUrl) {

    /** Where the ticket can be opened: an address that the source told, taken only where it is one of {@code https}. */
    public Optional<String> ticketAddress() {
        return Optional.ofNullable(ticketUrl).filter(url -> url.regionMatches(true, 0, "https://", 0, 8));
    }
}
