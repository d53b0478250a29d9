package org.answerloop.event.model;

import java.time.Instant;

/**
 * What a source has sent so far.
 *
 * @param source empty for events whose source could not be read
 */
public record SourceActivity(String source, Instant lastSeenAt, IntakeCounts counts) {}
