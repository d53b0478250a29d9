package org.answerloop.gap.model;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The answers that work, or that do not, or of which it is not known yet.
 *
 * @param rows those first that matter most; not all where there are very many
 * @param total how many there are
 * @param overall the resolution rate of all conversations, to compare with; empty where none has a verdict
 */
public record AnswersAtWork(List<Row> rows, long total, OptionalDouble overall) {

    public AnswersAtWork {
        rows = List.copyOf(rows);
    }

    /** An answer, and what follows for it. */
    public record Row(AnswerAtWork answer, AnswerAtWork.Worth worth) {}
}
