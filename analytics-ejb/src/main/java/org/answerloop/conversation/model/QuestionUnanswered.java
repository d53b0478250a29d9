package org.answerloop.conversation.model;

/** The customer agent could not answer a question; the message that asked it may be null. */
public record QuestionUnanswered(Stamp stamp, String question, String messageId) implements ConversationEvent {

    @Override
    public void applyTo(Conversation conversation, boolean late) {
        // The conversation only learns that it exists; the question belongs to the knowledge gaps.
    }
}
