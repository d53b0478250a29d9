package org.answerloop.connection.model;

import java.time.Instant;
import java.util.List;

/**
 * What a platform is asked: what happened in a span of time.
 *
 * @param since the first moment
 * @param until the first moment after it
 * @param known what is known already
 */
public record Inquiry(Instant since, Instant until, MappingSettings settings, PlatformApi api, KnownEvents known) {

    /** Tells what has been taken in. */
    @FunctionalInterface
    public interface KnownEvents {

        /** @return the ids of the conversation's closings and handoffs, in the order in which they occurred */
        List<String> changesOf(String conversation);
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(since) && moment.isBefore(until);
    }
}
