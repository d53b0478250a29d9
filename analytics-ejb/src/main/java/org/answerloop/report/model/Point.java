package org.answerloop.report.model;

import java.time.LocalDate;

/**
 * One figure of a series.
 *
 * @param bucket the first local date of the bucket; before the report's first date where the report begins within it
 * @param key the channel, rating, trigger … of a metric that has a {@link Dimension}; null otherwise
 */
public record Point(LocalDate bucket, String key, Figure figure) {}
