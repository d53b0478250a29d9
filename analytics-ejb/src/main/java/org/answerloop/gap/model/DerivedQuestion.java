package org.answerloop.gap.model;

import java.time.Instant;

/** A question that seems not to have been answered, by what came after it. */
public record DerivedQuestion(String messageId, Instant askedAt, String question, Signal signal) {}
