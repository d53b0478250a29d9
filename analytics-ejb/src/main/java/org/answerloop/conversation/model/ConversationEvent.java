package org.answerloop.conversation.model;

/** Something that a source tells of a conversation. */
public sealed interface ConversationEvent
        permits AgentAssigned,
                ConversationClosed,
                ConversationFlagged,
                ConversationRedacted,
                ConversationStarted,
                FeedbackGiven,
                HandoffMade,
                HandoffRequested,
                MessagePosted,
                QuestionUnanswered {

    /** When it occurred, and the id that it is known by. */
    Stamp stamp();

    /**
     * Does to the conversation what it says.
     *
     * @param late it occurred up to the deadline, and the verdict has been given without it
     */
    void applyTo(Conversation conversation, boolean late);
}
