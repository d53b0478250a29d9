package org.answerloop.event.model;

import java.time.Instant;

/**
 * An event that was accepted after the verdict that it would have belonged to.
 *
 * @param conversationId ours
 * @param subject the conversation's id in the source
 * @param keyId the key that brought it; null where none did
 */
public record LateEvent(
        Long id,
        String source,
        String eventId,
        String type,
        Instant occurredAt,
        Instant receivedAt,
        Long conversationId,
        String subject,
        Long keyId) {}
