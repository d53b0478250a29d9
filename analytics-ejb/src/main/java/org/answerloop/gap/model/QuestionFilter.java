package org.answerloop.gap.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Which questions of a topic are listed; what is null leaves nothing out, and means the same as in {@link TopicFilter}.
 */
public record QuestionFilter(Which which, String channel, String customerAgent, Instant from, Instant to) {

    /** Those that the figures of the topic count. */
    public static final QuestionFilter COUNTED = new QuestionFilter(Which.COUNTED, null, null, null, null);

    /** With the dismissed ones. */
    public static final QuestionFilter ALL = new QuestionFilter(Which.ALL, null, null, null, null);

    public QuestionFilter {
        Objects.requireNonNull(which);
    }

    /** Whether dismissed ones are listed. */
    public enum Which {
        COUNTED,
        DISMISSED,
        ALL
    }
}
