package org.answerloop.conversation.model;

/** A conversation began; language, ticket and agent may be null. */
public record ConversationStarted(
        Stamp stamp, String channel, String language, Ticket ticket, Participant agent, boolean test)
        implements ConversationEvent {

    @Override
    public void applyTo(Conversation conversation, boolean late) {
        conversation.started(this);
    }
}
