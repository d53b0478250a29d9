package org.answerloop.conversation.model;

/** What made the conversation go from the customer agent to a human: the agent itself, an automation, or a reassignment by hand. */
public enum HandoffTrigger {
    AGENT,
    RULE,
    MANUAL
}
