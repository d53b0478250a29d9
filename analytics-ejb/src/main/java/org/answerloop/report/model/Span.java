package org.answerloop.report.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A stretch of time, half-open.
 *
 * @param name the first local date of the bucket that it is; the bucket may begin before the report does
 * @param from included
 * @param to excluded
 */
public record Span(LocalDate name, Instant from, Instant to) {}
