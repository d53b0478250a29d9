package org.answerloop.conversation.application;

import org.answerloop.conversation.model.ConversationEvent;
import org.answerloop.conversation.model.ConversationKey;

/** An event, and the conversation that it is told of. */
public record Told(ConversationKey conversation, ConversationEvent event) {}
