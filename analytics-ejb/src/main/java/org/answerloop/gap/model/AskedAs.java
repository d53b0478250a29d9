package org.answerloop.gap.model;

/**
 * By what a question that its source told is recognised.
 *
 * @param messageId null where its source told no message
 * @param key as {@link QuestionKey}
 */
public record AskedAs(String messageId, String key) {}
