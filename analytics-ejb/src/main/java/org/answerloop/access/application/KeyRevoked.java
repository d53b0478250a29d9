package org.answerloop.access.application;

/**
 * A key is being revoked, in this transaction. Whoever works for its holder observes this and stops.
 *
 * @param by the administrator
 */
public record KeyRevoked(long keyId, String by) {}
