package org.answerloop.answer.model;

/**
 * An answer that fits a question.
 *
 * @param revision the published one, whose wording it is
 * @param score how well it fits: the higher, the better; comparable within one search alone
 */
public record FoundAnswer(long id, int revision, Wording wording, double score) {}
