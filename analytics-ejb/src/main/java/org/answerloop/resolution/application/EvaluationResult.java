package org.answerloop.resolution.application;

/**
 * What one run of the evaluation did.
 *
 * @param decided verdicts given
 * @param failed conversations that could not be evaluated and were put aside
 */
public record EvaluationResult(int decided, int failed) {

    static final EvaluationResult NOTHING = new EvaluationResult(0, 0);

    EvaluationResult plus(EvaluationResult other) {
        return new EvaluationResult(decided + other.decided, failed + other.failed);
    }
}
