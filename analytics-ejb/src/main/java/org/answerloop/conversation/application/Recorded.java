package org.answerloop.conversation.application;

/**
 * What became of an event.
 *
 * @param late it occurred up to the deadline of a verdict that had been given without it
 * @param inOtherLanguage the conversation was known before, in another language or in none
 * @param redacted the conversation's text is to be forgotten, so the event's text is not to be kept
 */
public record Recorded(long conversationId, boolean late, boolean inOtherLanguage, boolean redacted) {}
