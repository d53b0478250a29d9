package org.answerloop.resolution.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.resolution.model.DueConversation;
import org.answerloop.resolution.model.DueConversations;
import org.answerloop.resolution.model.DueConversations.Due;
import org.answerloop.resolution.model.ResolutionFacts;
import org.answerloop.resolution.model.ResolutionPolicy;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** One short transaction of the evaluation. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class EvaluateChunk {

    private static final Duration ASIDE = Duration.ofHours(1);

    @Inject
    private DueConversations conversations;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    public List<Due> next(Due after) {
        return conversations.due(clock.instant(), after, settings.evaluationChunk());
    }

    /** @return how many verdicts were given */
    public int evaluate(Collection<Due> due) {
        Instant now = clock.instant();
        ResolutionPolicy policy = new ResolutionPolicy(settings.window());
        int decided = 0;
        List<DueConversation> claimed = conversations.claim(due, now);
        for (DueConversation conversation : claimed) {
            ResolutionFacts facts = conversation.facts();
            Optional<Instant> deadline = policy.deadline(facts);
            if (deadline.filter(at -> !at.isAfter(now)).isPresent()) {
                conversation.freeze(policy.decide(facts, deadline.get()), now);
                decided++;
            } else {
                conversation.postpone(deadline.orElse(null));
            }
        }
        conversations.keep(claimed);
        return decided;
    }

    public void putAside(Due due) {
        conversations.putAside(due, clock.instant().plus(ASIDE));
    }
}
