package org.answerloop.gap.model;

import java.time.Instant;

/**
 * A topic with what its page tells of it.
 *
 * @param named whether a person called it so
 * @param dismissed how many of its questions are dismissed
 * @param answer that answers it; null where none does
 * @param draft of the answer, which somebody has begun to write; null where nobody has, or it was archived since
 */
public record TopicDetail(
        TopicRow row, boolean named, long dismissed, Instant createdAt, TopicAnswer answer, TopicDraft draft) {}
