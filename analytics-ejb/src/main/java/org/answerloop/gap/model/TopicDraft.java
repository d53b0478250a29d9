package org.answerloop.gap.model;

import java.time.Instant;

import org.answerloop.answer.model.Wording;

/**
 * The short answer that somebody has begun to write for a topic.
 *
 * @param id of the answer
 * @param version of the answer: whoever goes on with it says which one they read
 * @param by who wrote the latest of it
 */
public record TopicDraft(long id, long version, Wording wording, String by, Instant at) {}
