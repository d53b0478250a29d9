package org.answerloop.resolution.model;

import java.time.Instant;

/** A conversation that waits for its verdict, held by the current transaction. */
public interface DueConversation {

    ResolutionFacts facts();

    /** Gives the verdict, once and for ever. */
    void freeze(Verdict verdict, Instant decidedAt);

    /** Waits on: the deadline has not come after all, for instance because the window was made longer. */
    void postpone(Instant dueAt);
}
