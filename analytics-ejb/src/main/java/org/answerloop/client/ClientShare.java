package org.answerloop.client;

/**
 * What one client may take up.
 *
 * @param requests how many of its requests are in hand at the same time
 */
public record ClientShare(int requests) {}
