package org.answerloop.conversation.model;

/** The visitor asked for a human; the message may be null. */
public record HandoffRequested(Stamp stamp, String messageId) implements ConversationEvent {

    @Override
    public void applyTo(Conversation conversation, boolean late) {
        conversation.handoffRequested(this, late);
    }
}
