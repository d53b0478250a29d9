package org.answerloop.conversation.model;

/** The conversation is, or is not, a test or spam. */
public record ConversationFlagged(Stamp stamp, FlagKind flag, boolean on) implements ConversationEvent {

    @Override
    public void applyTo(Conversation conversation, boolean late) {
        conversation.flagged(this);
    }
}
