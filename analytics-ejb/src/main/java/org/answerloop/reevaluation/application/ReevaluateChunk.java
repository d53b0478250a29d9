package org.answerloop.reevaluation.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.reevaluation.model.Reevaluation;
import org.answerloop.resolution.model.DecidedConversation;
import org.answerloop.resolution.model.DecidedConversations;
import org.answerloop.resolution.model.DecidedConversations.Held;
import org.answerloop.resolution.model.DecidedConversations.Replacement;
import org.answerloop.resolution.model.ResolutionPolicy;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** One short transaction of a re-evaluation. What is held elsewhere, or still being told of, waits for the next run. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class ReevaluateChunk {

    @Inject
    private ReevaluationQueue queue;

    @Inject
    private DecidedConversations conversations;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Names what is still to be judged, without holding it. @return in the order of the ids */
    public List<Long> next(long order, long after) {
        return queue.claim(order, after, settings.evaluationChunk());
    }

    /** @param named from {@link #next}, of which some may have been judged since */
    public void judge(Reevaluation order, List<Long> named) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Long> claimed = queue.claim(order.id(), named.get(0) - 1, named.size()).stream()
                .filter(named::contains)
                .toList();
        if (claimed.isEmpty()) {
            return;
        }
        List<Held> held = conversations.hold(claimed);
        ResolutionPolicy policy = new ResolutionPolicy(settings.window());
        int changed = 0;
        for (Held one : held) {
            changed += judge(one.conversation(), policy, now) ? 1 : 0;
        }
        conversations.keep(held, new Replacement(order.orderedBy(), order.reason(), now));
        List<Long> settled = new ArrayList<>(held.stream().map(Held::id).toList());
        settled.addAll(conversations.undecided(claimed).stream()
                .filter(id -> !settled.contains(id))
                .toList());
        queue.settle(order.id(), settled, changed, 0);
    }

    /** @return whether its verdict is another one now */
    private static boolean judge(DecidedConversation conversation, ResolutionPolicy policy, Instant now) {
        Optional<Instant> deadline = policy.deadline(conversation.facts());
        if (deadline.filter(at -> !at.isAfter(now)).isPresent()) {
            return conversation.replace(policy.decide(conversation.facts(), deadline.get()), now);
        }
        conversation.reopen(deadline.orElse(null));
        return true;
    }

    /** One that cannot be judged stays as it was. */
    public void fail(Reevaluation order, long conversation) {
        queue.settle(order.id(), List.of(conversation), 0, 1);
    }

    public void finish(Reevaluation order) {
        queue.finish(order.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
