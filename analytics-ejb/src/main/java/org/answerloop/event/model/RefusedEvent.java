package org.answerloop.event.model;

import java.time.Instant;

/**
 * An event in quarantine, as a line of the list.
 *
 * @param source null where it could not be read
 * @param eventId null where it could not be read
 * @param settledAt null where it is open
 * @param settledBy null where it is open
 * @param keyId the key that brought it; null where none did
 */
public record RefusedEvent(
        Long id,
        String source,
        String eventId,
        Instant receivedAt,
        String code,
        String pointer,
        String detail,
        QuarantineState state,
        Instant settledAt,
        String settledBy,
        Long keyId) {}
