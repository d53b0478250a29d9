package org.answerloop.resolution.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the rule needs to know of a conversation. The lists may be in any order: what occurred decides, not what was told
 * first.
 *
 * @param beganAt when the conversation started
 */
public record ResolutionFacts(
        Instant beganAt,
        List<Reply> replies,
        List<HandoffRequest> handoffRequests,
        List<Involvement> involvements,
        List<Rating> ratings) {

    /** In the order of time; what happened at the same moment in the order of its id, so that the order is always one. */
    private static final Comparator<Fact> BY_TIME =
            Comparator.comparing(Fact::at).thenComparing(Fact::id);

    public ResolutionFacts {
        replies = replies.stream().sorted(BY_TIME).toList();
        handoffRequests = handoffRequests.stream().sorted(BY_TIME).toList();
        involvements = involvements.stream().sorted(BY_TIME).toList();
        ratings = ratings.stream().sorted(BY_TIME).toList();
    }

    /** Something that occurred; the id tells apart what happened at the same moment. */
    private interface Fact {
        Instant at();

        String id();
    }

    /**
     * A message of the customer agent to the visitor.
     *
     * @param id the message's id
     * @param groundedAt since when it is known to refer to a content source or to have performed an action; null where
     *     it does neither
     */
    public record Reply(Instant at, String id, Instant groundedAt) implements Fact {

        boolean isGroundedUpTo(Instant deadline) {
            return groundedAt != null && !groundedAt.isAfter(deadline);
        }
    }

    /**
     * The visitor asked for a human.
     *
     * @param id the id of the event
     * @param messageId the visitor's message in which they asked; null where it is not known
     */
    public record HandoffRequest(Instant at, String id, String messageId) implements Fact {

        private static final String WITHOUT_MESSAGE = "handoff_request";

        String evidence() {
            return messageId == null ? WITHOUT_MESSAGE : messageId;
        }
    }

    /**
     * A human came in: a handoff, or a message of a teammate to the visitor.
     *
     * @param id the id of the event or message
     * @param evidence what shows it, as in {@link Finding#evidence()}
     * @param handoff whether it is a handoff
     */
    public record Involvement(Instant at, String id, String evidence, boolean handoff) implements Fact {}

    /**
     * Feedback of the visitor.
     *
     * @param id the id of the event
     * @param messageId the message that it names; null where it names none
     */
    public record Rating(Instant at, String id, String messageId, boolean negative) implements Fact {}

    Optional<Instant> firstHandoff() {
        return involvements.stream()
                .filter(Involvement::handoff)
                .map(Involvement::at)
                .findFirst();
    }

    /** The same, without what occurred after the moment. */
    ResolutionFacts upTo(Instant deadline) {
        return new ResolutionFacts(
                beganAt,
                upTo(deadline, replies),
                upTo(deadline, handoffRequests),
                upTo(deadline, involvements),
                upTo(deadline, ratings));
    }

    private static <T extends Fact> List<T> upTo(Instant deadline, List<T> facts) {
        return facts.stream().filter(fact -> !fact.at().isAfter(deadline)).toList();
    }
}
