package org.answerloop.conversation.model;

/** What was said has to be forgotten; that it was said stays. */
public record ConversationRedacted(Stamp stamp) implements ConversationEvent {

    @Override
    public void applyTo(Conversation conversation, boolean late) {
        conversation.redact();
    }
}
