package org.answerloop.conversation.model;

/** A customer agent was given the conversation. */
public record AgentAssigned(Stamp stamp, Participant agent) implements ConversationEvent {

    @Override
    public void applyTo(Conversation conversation, boolean late) {
        conversation.assigned(stamp, agent);
    }
}
