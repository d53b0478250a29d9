package org.answerloop.client;

/**
 * What this deployment asks of the connection of a client.
 *
 * @param required whether nothing is said and taken over plain http
 */
public record TlsRequirement(boolean required) {}
