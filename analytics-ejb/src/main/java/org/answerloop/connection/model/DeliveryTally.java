package org.answerloop.connection.model;

import java.time.Instant;

/**
 * What a connection delivered lately.
 *
 * @param failed how many deliveries wait for somebody to look at them
 */
public record DeliveryTally(long connectionId, Instant lastAt, long failed) {}
