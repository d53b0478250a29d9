package org.answerloop.conversation.model;

/** The visitor rated an answer; message and remark may be null. */
public record FeedbackGiven(Stamp stamp, Rating rating, String messageId, String remark) implements ConversationEvent {

    @Override
    public void applyTo(Conversation conversation, boolean late) {
        conversation.rated(this, late);
    }
}
