package org.answerloop.gap.model;

import java.time.Instant;

import org.answerloop.kernel.BusinessException;

/** Somebody else decided something about the topic since the caller read it, or its question came again. */
public class TopicChangedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final long topic;
    private final TopicState state;
    private final String by;
    private final Instant at;

    /** @param by null where the question came again */
    public TopicChangedException(long topic, TopicState state, String by, Instant at) {
        super((by == null ? "The question came again" : by + " has changed this topic")
                + " in the meantime; look at it again before you change it.");
        this.topic = topic;
        this.state = state;
        this.by = by;
        this.at = at;
    }

    public long topic() {
        return topic;
    }

    /** In which it is now. */
    public TopicState state() {
        return state;
    }

    /** Null where the question came again. */
    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
