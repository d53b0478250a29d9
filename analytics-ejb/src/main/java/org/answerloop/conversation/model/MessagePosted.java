package org.answerloop.conversation.model;

/** Somebody wrote something. */
public record MessagePosted(
        Stamp stamp,
        String messageId,
        AuthorKind authorKind,
        Participant author,
        String text,
        ContentSources sources,
        Actions actions)
        implements ConversationEvent {

    @Override
    public void applyTo(Conversation conversation, boolean late) {
        conversation.posted(this, late);
    }
}
