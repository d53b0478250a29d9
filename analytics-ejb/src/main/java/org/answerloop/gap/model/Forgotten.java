package org.answerloop.gap.model;

import java.util.Optional;

/**
 * What is to be done after a question was forgotten.
 *
 * @param topic where it was
 * @param heir where others were known through this question alone, the one of them that is to be taken in anew: so all are
 *     known again
 */
public record Forgotten(long topic, Optional<Long> heir) {}
