package org.answerloop.gap.model;

import java.time.Instant;

/**
 * What a teammate wrote to a visitor after the handoff.
 *
 * @param author the teammate's name; null where the source did not tell it
 */
public record Passage(String text, String author, Instant at, long conversationId) {}
