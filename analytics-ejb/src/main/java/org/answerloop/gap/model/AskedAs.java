package org.answerloop.gap.model;

/**
 * By what a question that is known is recognised.
 *
 * @param messageId null where its source told no message
 * @param key as {@link QuestionKey}
 */
public record AskedAs(String messageId, String key) {

    /** Whether it is what the message asked, or, where one of them names no message, says the same. */
    public boolean isOf(String message, String asked) {
        return messageId == null || message == null ? key.equals(QuestionKey.of(asked)) : messageId.equals(message);
    }
}
