package org.answerloop.conversation.model;

/**
 * What a conversation is known by.
 *
 * @param source the system that it came from, as CloudEvents has it
 * @param externalId its id there
 */
public record ConversationKey(String source, String externalId) {}
