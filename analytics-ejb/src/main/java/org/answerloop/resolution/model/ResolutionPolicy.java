package org.answerloop.resolution.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.answerloop.resolution.model.ResolutionFacts.HandoffRequest;
import org.answerloop.resolution.model.ResolutionFacts.Rating;
import org.answerloop.resolution.model.ResolutionFacts.Reply;

/**
 * When the verdict falls and what it is: a pure function of what occurred.
 *
 * @param window the time that has to pass since the latest agent reply; an elapsed duration, never local days
 */
public record ResolutionPolicy(Duration window) {

    public ResolutionPolicy {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("The window is a duration above zero, not " + window);
        }
    }

    /**
     * The first moment at which the window has passed since the latest agent reply; before any reply, since the first
     * handoff. A reply before that moment moves it; one after it belongs to no verdict, however early we learnt of it.
     *
     * @return nothing where the customer agent took no part
     */
    public Optional<Instant> deadline(ResolutionFacts facts) {
        Instant deadline = facts.firstHandoff().map(at -> at.plus(window)).orElse(null);
        for (Reply reply : facts.replies()) {
            if (deadline != null && !reply.at().isBefore(deadline)) {
                break;
            }
            // A first reply counts from itself, even where the handoff came before it or comes after it.
            deadline = reply.at().plus(window);
        }
        return Optional.ofNullable(deadline);
    }

    /**
     * The verdict on what occurred up to and including the deadline.
     *
     * @param deadline as {@link #deadline} gives it
     */
    public Verdict decide(ResolutionFacts all, Instant deadline) {
        Objects.requireNonNull(deadline, "deadline");
        ResolutionFacts facts = all.upTo(deadline);
        Optional<Reply> lastReply = last(facts.replies());
        Finding humanInvolvement = humanInvolvement(facts, deadline);
        List<Finding> findings = List.of(
                groundedReply(facts, deadline),
                handoffRequest(facts, deadline),
                negativeFeedback(facts, lastReply, deadline),
                humanInvolvement);
        boolean resolved = findings.stream().allMatch(Finding::met);
        return new Verdict(
                resolved ? Outcome.RESOLVED : Outcome.NOT_RESOLVED,
                humanInvolvement.met(),
                deadline,
                resolved ? timeToResolution(facts, lastReply.orElseThrow()) : null,
                findings);
    }

    private static Finding groundedReply(ResolutionFacts facts, Instant deadline) {
        return facts.replies().stream()
                .filter(reply -> reply.isGroundedUpTo(deadline))
                .findFirst()
                .map(reply -> new Finding(Criterion.GROUNDED_REPLY, true, reply.id(), reply.at()))
                .orElseGet(() -> new Finding(Criterion.GROUNDED_REPLY, false, null, deadline));
    }

    private static Finding handoffRequest(ResolutionFacts facts, Instant deadline) {
        Optional<HandoffRequest> first = facts.handoffRequests().stream().findFirst();
        return first.map(request -> new Finding(Criterion.NO_HANDOFF_REQUEST, false, request.evidence(), request.at()))
                .orElseGet(() -> new Finding(Criterion.NO_HANDOFF_REQUEST, true, null, deadline));
    }

    private static Finding negativeFeedback(ResolutionFacts facts, Optional<Reply> lastReply, Instant deadline) {
        return lastReply
                .flatMap(reply -> latestRatingOf(reply, facts))
                .map(rating -> new Finding(
                        Criterion.NO_NEGATIVE_FEEDBACK,
                        !rating.negative(),
                        lastReply.orElseThrow().id(),
                        rating.at()))
                .orElseGet(() -> new Finding(Criterion.NO_NEGATIVE_FEEDBACK, true, null, deadline));
    }

    private static Optional<Rating> latestRatingOf(Reply reply, ResolutionFacts facts) {
        return last(facts.ratings().stream()
                .filter(rating ->
                        aboutWhich(rating, facts).filter(reply.id()::equals).isPresent())
                .toList());
    }

    /** Feedback that names no message is about the last agent reply before it; at the same moment counts as before. */
    private static Optional<String> aboutWhich(Rating rating, ResolutionFacts facts) {
        if (rating.messageId() != null) {
            return Optional.of(rating.messageId());
        }
        return last(facts.replies().stream()
                        .filter(reply -> !reply.at().isAfter(rating.at()))
                        .toList())
                .map(Reply::id);
    }

    private static Finding humanInvolvement(ResolutionFacts facts, Instant deadline) {
        return facts.involvements().stream()
                .findFirst()
                .map(first -> new Finding(Criterion.NO_HUMAN_INVOLVEMENT, false, first.evidence(), first.at()))
                .orElseGet(() -> new Finding(Criterion.NO_HUMAN_INVOLVEMENT, true, null, deadline));
    }

    /** Never below zero: a source may say that the conversation started after its first reply. */
    private static Duration timeToResolution(ResolutionFacts facts, Reply lastReply) {
        Duration elapsed = Duration.between(facts.beganAt(), lastReply.at());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    private static <T> Optional<T> last(List<T> inOrder) {
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.get(inOrder.size() - 1));
    }
}
