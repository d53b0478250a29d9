package org.answerloop.answer.model;

/**
 * An answer that fits a question.
 *
 * @param revision the published one, whose wording it is
 * @param score how well it fits, from 0 to 1
 * @param similarity how nearly its question means the same, from 0 to 1; null where the two could not be compared
 */
public record FoundAnswer(long id, int revision, Wording wording, double score, Double similarity) {}
