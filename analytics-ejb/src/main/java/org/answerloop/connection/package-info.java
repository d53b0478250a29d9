/**
 * The platforms that tell us of conversations by webhook: what a connection is, how a delivery is known to be genuine, and
 * what it means in the words of the event contract. Entry points:
 * {@link org.answerloop.connection.application.Connections} for administrators,
 * {@link org.answerloop.connection.application.ReceiveDelivery} for deliveries.
 */
package org.answerloop.connection;
