package org.answerloop.conversation.model;

/** The conversation went to a human; the reason may be null. */
public record HandoffMade(Stamp stamp, HandoffTrigger trigger, Participant to, String reason)
        implements ConversationEvent {

    @Override
    public void applyTo(Conversation conversation, boolean late) {
        conversation.handedOff(this, late);
    }
}
