package org.answerloop.web.reporting;

import org.answerloop.conversation.model.ConversationState;

/** The colour in which a conversation's state is shown. */
final class Badge {

    private Badge() {}

    /** The kind of the tag {@code al:badge}; empty for grey. */
    static String of(ConversationState state) {
        return switch (state) {
            case RESOLVED -> "good";
            case NOT_RESOLVED -> "bad";
            case PENDING -> "warn";
            case OPEN -> "";
        };
    }
}
