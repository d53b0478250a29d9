package org.answerloop.gap.model;

import java.time.Instant;
import java.util.Optional;

import org.answerloop.kernel.SafeAddress;

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

    /** Where the ticket can be opened; nothing where the source told no address, or none that is safe to follow. */
    public Optional<String> ticketAddress() {
        return SafeAddress.of(ticketUrl);
    }
}
