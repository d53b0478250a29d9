package org.answerloop.answer.model;

import java.time.Instant;

/**
 * How an answer was used; test and spam conversations do not count.
 *
 * @param replies how many replies cited it
 * @param conversations in how many conversations
 * @param lastAt when it was last cited; null where it never was
 */
public record AnswerUse(long replies, long conversations, Instant lastAt) {

    public static final AnswerUse NONE = new AnswerUse(0, 0, null);
}
