package org.answerloop.conversation.model;

/**
 * Which conversations count in any figure and in any gap: those that are flagged neither as test nor as spam, on a channel
 * that administrators have not excluded.
 */
public final class Eligibility {

    /** As a condition in SQL on the conversation {@code c}. */
    public static final String CONDITION =
            "not c.test and not c.spam and c.channel not in (select e.channel from excluded_channel e)";

    private Eligibility() {}
}
