package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.answerloop.resolution.model.Finding;
import org.answerloop.resolution.model.ResolutionFacts;

/**
 * Collects what the rule needs to know of one conversation, whether it is read from the entities or from a few columns
 * of many conversations at once; so what counts as a human's coming in stands here alone.
 */
public final class ConversationFacts {

    private final List<ResolutionFacts.Reply> replies = new ArrayList<>();
    private final List<ResolutionFacts.HandoffRequest> handoffRequests = new ArrayList<>();
    private final List<ResolutionFacts.Involvement> involvements = new ArrayList<>();
    private final List<ResolutionFacts.Rating> ratings = new ArrayList<>();

    /** @param groundedAt since when it was stated with a source or an action; null where it never was */
    public void message(Instant at, String id, AuthorKind author, Instant groundedAt) {
        if (author == AuthorKind.CUSTOMER_AGENT) {
            replies.add(new ResolutionFacts.Reply(at, id, groundedAt));
        } else if (author == AuthorKind.TEAMMATE) {
            involvements.add(new ResolutionFacts.Involvement(at, id, id, false));
        }
    }

    public void handoff(Instant at, String eventId, HandoffTrigger trigger) {
        String evidence = Finding.handoffEvidence(trigger.name().toLowerCase(Locale.ROOT));
        involvements.add(new ResolutionFacts.Involvement(at, eventId, evidence, true));
    }

    public void handoffRequest(Instant at, String eventId, String messageId) {
        handoffRequests.add(new ResolutionFacts.HandoffRequest(at, eventId, messageId));
    }

    public void feedback(Instant at, String eventId, String messageId, Rating rating) {
        ratings.add(new ResolutionFacts.Rating(at, eventId, messageId, rating == Rating.NOT_HELPFUL));
    }

    /** All of it, of a conversation that began at that moment. */
    public ResolutionFacts since(Instant beganAt) {
        return new ResolutionFacts(beganAt, replies, handoffRequests, involvements, ratings);
    }
}
