package org.answerloop.report.model;

/**
 * One figure of the impact.
 *
 * @param key {@code handled}, {@code resolved}, {@code time_to_resolution}, {@code deflection_rate} or {@code helpful_rate}
 */
public record Tile(String key, Unit unit, Figure current, Figure previous) {}
