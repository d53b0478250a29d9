package org.answerloop.gap.application;

/**
 * A question that the grouping has something to do with.
 *
 * @param language of its conversation, as the source told it; null where it did not
 * @param question null where it is to be forgotten
 */
public record DueQuestion(long id, String language, String question) {}
