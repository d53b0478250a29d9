package org.answerloop.conversation.model;

/** The conversation was closed, and its ticket too unless that is denied; who did it may be null. */
public record ConversationClosed(Stamp stamp, AuthorKind byKind, Participant by, boolean ticketClosed)
        implements ConversationEvent {

    @Override
    public void applyTo(Conversation conversation, boolean late) {
        conversation.closed(this, late);
    }
}
