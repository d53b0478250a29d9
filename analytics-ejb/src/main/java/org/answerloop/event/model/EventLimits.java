package org.answerloop.event.model;

import java.time.Duration;

/** How much is taken at a time: what is above it is refused while it is being read. */
public final class EventLimits {

    /** Bytes of one event. */
    public static final int EVENT_BYTES = 1_048_576;

    /** Bytes of one request. */
    public static final int REQUEST_BYTES = 10 * 1_048_576;

    /** Events of one request. */
    public static final int REQUEST_EVENTS = 10_000;

    /** Clocks differ; what claims to have occurred later than this from now is refused. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** Levels of nesting in the JSON of one event. */
    public static final int JSON_DEPTH = 64;

    /** Digits of a number. */
    public static final int NUMBER_LENGTH = 100;

    private EventLimits() {}
}
