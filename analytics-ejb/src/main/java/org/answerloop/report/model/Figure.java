package org.answerloop.report.model;

/**
 * One number, and what it is made of. What does not apply is null.
 *
 * @param value in the unit of the metric; null where the denominator is empty
 * @param numerator of a rate
 * @param denominator of a rate, or how many values a mean is over
 * @param pending handled conversations of the same bucket whose verdict is still to come: while there are any, the
 *     bucket is provisional
 * @param lower of a rate: the least that it becomes when the pending ones are settled
 * @param upper of a rate: the most that it becomes when the pending ones are settled
 */
public record Figure(Double value, Long numerator, Long denominator, Long pending, Double lower, Double upper) {

    /** Whether conversations still pending may change it. */
    public boolean provisional() {
        return pending != null && pending > 0;
    }
}
