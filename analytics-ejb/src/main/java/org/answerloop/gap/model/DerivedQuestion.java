package org.answerloop.gap.model;

import java.time.Instant;

/** That a message asked something that seems not to have been answered, by what came after it. */
public record DerivedQuestion(String messageId, Instant askedAt, Signal signal) {}
