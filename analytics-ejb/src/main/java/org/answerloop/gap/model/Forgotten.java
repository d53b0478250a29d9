package org.answerloop.gap.model;

import java.util.List;

/**
 * What is to be done after a question was forgotten.
 *
 * @param topic where it was
 * @param orphans other questions that were known through this one alone: they are unknown now and are to be taken in anew
 */
public record Forgotten(long topic, List<Long> orphans) {

    public Forgotten {
        orphans = List.copyOf(orphans);
    }
}
