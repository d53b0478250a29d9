package org.answerloop.gap.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A question of a topic.
 *
 * @param question exactly as it was asked
 * @param source of the conversation
 * @param externalId the id of the conversation in its source
 * @param ticketId null where the conversation has no ticket
 * @param ticketAddress where the ticket can be opened; nothing where the source told no address, or none that is to be followed
 * @param dismissal null where it counts
 */
public record TopicQuestion(
        long id,
        String question,
        Instant askedAt,
        Signal signal,
        long conversationId,
        String source,
        String externalId,
        String channel,
        String ticketId,
        Optional<String> ticketAddress,
        Dismissal dismissal) {

    /**
     * That it is not to count.
     *
     * @param reason null where none was given
     */
    public record Dismissal(Instant at, String by, String reason) {}
}
