package org.answerloop.gap.application;

import java.time.Instant;

/**
 * A question that the customer agent could not answer.
 *
 * @param messageId of the visitor's message that asked it; null where it is not known
 * @param question as asked; null where the conversation is redacted
 */
public record AskedQuestion(long conversationId, String eventId, Instant askedAt, String messageId, String question) {}
