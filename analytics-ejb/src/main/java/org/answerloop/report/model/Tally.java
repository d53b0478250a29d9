package org.answerloop.report.model;

/**
 * What was counted in one span for one key.
 *
 * @param span the index of the span among those that were asked for
 * @param key null where no dimension was asked for
 * @param name what the key is called, where it has a name apart from itself; null otherwise
 */
public record Tally(int span, String key, String name, Counts counts) {}
