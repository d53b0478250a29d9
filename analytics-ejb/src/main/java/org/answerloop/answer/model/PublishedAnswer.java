package org.answerloop.answer.model;

/**
 * What the customer agent may read of an answer.
 *
 * @param revision the published one, whose wording it is
 */
public record PublishedAnswer(long id, int revision, Wording wording) {}
