package org.answerloop.report.model;

/**
 * What was counted in one span for one key.
 *
 * @param span the index of the span among those that were asked for
 * @param key null where the metric has no dimension
 */
public record Tally(int span, String key, Counts counts) {}
