package org.answerloop.resolution.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.answerloop.resolution.model.ResolutionFacts.HandoffRequest;
import org.answerloop.resolution.model.ResolutionFacts.Involvement;
import org.answerloop.resolution.model.ResolutionFacts.Rating;
import org.answerloop.resolution.model.ResolutionFacts.Reply;

/** Tells a conversation in the words of the rule; times are elapsed since its start. */
final class FactsBuilder {

    static final Instant START = Instant.parse("2026-03-27T12:00:00Z");

    private final Instant start;
    private final List<Reply> replies = new ArrayList<>();
    private final List<HandoffRequest> requests = new ArrayList<>();
    private final List<Involvement> involvements = new ArrayList<>();
    private final List<Rating> ratings = new ArrayList<>();

    private FactsBuilder(Instant start) {
        this.start = start;
    }

    static FactsBuilder aConversation() {
        return new FactsBuilder(START);
    }

    static FactsBuilder aConversationFrom(Instant start) {
        return new FactsBuilder(start);
    }

    FactsBuilder answered(String id, Duration after) {
        replies.add(new Reply(start.plus(after), id, null));
        return this;
    }

    FactsBuilder answeredWithSource(String id, Duration after) {
        replies.add(new Reply(start.plus(after), id, start.plus(after)));
        return this;
    }

    FactsBuilder askedForAHuman(Duration after) {
        requests.add(new HandoffRequest(start.plus(after), "r" + requests.size(), "m-asking"));
        return this;
    }

    FactsBuilder handedOff(String trigger, Duration after) {
        involvements.add(new Involvement(start.plus(after), "h" + involvements.size(), "handoff:" + trigger, true));
        return this;
    }

    FactsBuilder teammateWrote(String id, Duration after) {
        involvements.add(new Involvement(start.plus(after), id, id, false));
        return this;
    }

    FactsBuilder rated(boolean helpful, String messageId, Duration after) {
        ratings.add(new Rating(start.plus(after), "f" + ratings.size(), messageId, !helpful));
        return this;
    }

    ResolutionFacts facts() {
        return new ResolutionFacts(start, replies, requests, involvements, ratings);
    }
}
