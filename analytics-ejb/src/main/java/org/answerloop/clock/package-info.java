/**
 * The time that all servers share, which is the database's, and what wakes work behind the scenes. The clock is injected as
 * {@link java.time.Clock}; {@link org.answerloop.clock.ClockComparison} says how far this server's own is from it; a timer
 * is a {@link org.answerloop.clock.RecurringTimer}.
 */
package org.answerloop.clock;
