package org.answerloop.gap.model;

import java.time.Instant;

/**
 * A question that was not answered, however often it was asked.
 *
 * @param key what its wordings have in common
 * @param question the wording that was used most, of several the latest; cut where it is very long
 * @param conversations in how many conversations it was asked
 */
public record QuestionRow(String key, String question, long conversations, Instant lastAskedAt) {}
