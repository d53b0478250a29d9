package org.answerloop.report.model;

import java.time.Instant;
import java.time.ZoneId;

/**
 * How far the counting of days is.
 *
 * @param zone in which the days are days
 * @param beganAt when all of them were last to be counted from the beginning
 * @param waiting how many days wait to be counted again; until then they are counted at the moment of asking
 */
public record RollupStatus(ZoneId zone, Instant beganAt, int waiting) {}
