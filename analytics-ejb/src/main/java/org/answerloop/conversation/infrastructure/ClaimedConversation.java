package org.answerloop.conversation.infrastructure;

import java.time.Instant;
import java.util.stream.Stream;

import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.FrozenVerdict;
import org.answerloop.conversation.model.VerdictIsFinalException;
import org.answerloop.resolution.model.DueConversation;
import org.answerloop.resolution.model.ResolutionFacts;
import org.answerloop.resolution.model.Verdict;

/** A conversation whose row is held, with what occurred in it as far as the rule asks: what was said stays where it is. */
final class ClaimedConversation implements DueConversation {

    private final long id;
    private final ConversationKey key;
    private final Instant firstPartAt;
    private final ResolutionFacts facts;
    private FrozenVerdict verdict;
    private Instant dueAt;

    ClaimedConversation(long id, ConversationKey key, Instant firstPartAt, ResolutionFacts facts) {
        this.id = id;
        this.key = key;
        this.firstPartAt = firstPartAt;
        this.facts = facts;
    }

    @Override
    public ResolutionFacts facts() {
        return facts;
    }

    @Override
    public void freeze(Verdict decided, Instant decidedAt) {
        if (verdict != null) {
            throw new VerdictIsFinalException(key);
        }
        verdict = new FrozenVerdict(decided, decidedAt);
    }

    @Override
    public void postpone(Instant until) {
        dueAt = until;
    }

    long id() {
        return id;
    }

    ConversationKey key() {
        return key;
    }

    /** The moments at which figures count it otherwise now. */
    Stream<Instant> changed() {
        return hasVerdict() ? Stream.of(firstPartAt, verdict.deadline()) : Stream.empty();
    }

    boolean hasVerdict() {
        return verdict != null;
    }

    FrozenVerdict verdict() {
        return verdict;
    }

    /** Null while the customer agent took no part, and after the verdict. */
    Instant dueAt() {
        return dueAt;
    }
}
