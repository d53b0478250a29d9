package org.answerloop.conversation.infrastructure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.answerloop.conversation.model.FrozenVerdict;
import org.answerloop.resolution.model.DecidedConversation;
import org.answerloop.resolution.model.Finding;
import org.answerloop.resolution.model.Outcome;
import org.answerloop.resolution.model.ResolutionFacts;
import org.answerloop.resolution.model.Verdict;

/** A conversation that has its verdict, whose row is held, and what is said of it now. */
final class JudgedConversation implements DecidedConversation {

    /** What stands, as far as another verdict could say otherwise. */
    record Standing(
            Outcome outcome, boolean deflected, Instant deadline, Long resolutionMillis, List<Finding> findings) {

        static Standing of(FrozenVerdict verdict) {
            return new Standing(
                    verdict.outcome(),
                    verdict.isDeflected(),
                    verdict.deadline(),
                    verdict.resolutionMillis(),
                    verdict.findings());
        }
    }

    private final long id;
    private final Instant firstPartAt;
    private final Standing before;
    private final ResolutionFacts facts;
    private FrozenVerdict verdict;
    private boolean reopened;
    private Instant dueAt;

    JudgedConversation(long id, Instant firstPartAt, Standing before, ResolutionFacts facts) {
        this.id = id;
        this.firstPartAt = firstPartAt;
        this.before = before;
        this.facts = facts;
    }

    @Override
    public ResolutionFacts facts() {
        return facts;
    }

    @Override
    public boolean replace(Verdict decided, Instant decidedAt) {
        FrozenVerdict given = new FrozenVerdict(decided, decidedAt);
        if (Standing.of(given).equals(before)) {
            return false;
        }
        verdict = given;
        return true;
    }

    @Override
    public void reopen(Instant until) {
        reopened = true;
        dueAt = until;
    }

    long id() {
        return id;
    }

    boolean isReplaced() {
        return verdict != null;
    }

    boolean isReopened() {
        return reopened;
    }

    boolean isOtherwise() {
        return isReplaced() || isReopened();
    }

    FrozenVerdict verdict() {
        return verdict;
    }

    Instant dueAt() {
        return dueAt;
    }

    /** Up to when nothing is late any more; null where there is no verdict that it could be late for. */
    Instant weighedUpTo() {
        return reopened ? null : isReplaced() ? verdict.deadline() : before.deadline();
    }

    /** The moments at which figures count it otherwise now. */
    Stream<Instant> changed() {
        return isOtherwise()
                ? Stream.of(firstPartAt, before.deadline(), isReplaced() ? verdict.deadline() : null)
                        .filter(Objects::nonNull)
                : Stream.empty();
    }
}
