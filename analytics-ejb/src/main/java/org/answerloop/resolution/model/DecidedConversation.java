package org.answerloop.resolution.model;

import java.time.Instant;

/** A conversation that has its verdict and is judged once more, held by the current transaction. */
public interface DecidedConversation {

    /** All that is known by now, whenever it came. */
    ResolutionFacts facts();

    /**
     * Gives it this verdict; the one before is kept as an earlier one. Where they say the same, the one before stands.
     *
     * @return whether the verdict is another one
     */
    boolean replace(Verdict verdict, Instant decidedAt);

    /**
     * Takes the verdict back, for by what is known now its deadline has not come.
     *
     * @param dueAt null where the customer agent took no part after all
     */
    void reopen(Instant dueAt);
}
