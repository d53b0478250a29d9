package org.answerloop.conversation.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.answerloop.resolution.model.ResolutionPolicy;

/**
 * What a conversation took in at one go: what is to be written of it beside the conversation's own row.
 */
public final class Taken {

    private final Conversation conversation;
    private final Map<String, StatedMessage> known;
    private final Map<String, StatedMessage> messages = new HashMap<>();
    private final List<Occurred<HandoffMade>> handoffs = new ArrayList<>();
    private final List<Occurred<HandoffRequested>> handoffRequests = new ArrayList<>();
    private final List<Occurred<FeedbackGiven>> feedback = new ArrayList<>();
    private final List<Boolean> lateness = new ArrayList<>();
    private final List<AgentReply> moreReplies = new ArrayList<>();
    private int fewerReplies;
    private boolean redacted;

    /**
     * An event that has a row of its own.
     *
     * @param late it occurred up to the deadline, and came after the verdict
     */
    public record Occurred<E extends ConversationEvent>(E event, boolean late) {}

    Taken(Conversation conversation, Map<String, StatedMessage> known) {
        this.conversation = conversation;
        this.known = known;
    }

    /** The message as it is known by now; null where nothing is known of it. */
    StatedMessage message(String id) {
        StatedMessage stated = messages.get(id);
        return stated == null ? known.get(id) : stated;
    }

    void add(StatedMessage message) {
        messages.put(message.id(), message);
    }

    /** A reply takes the place of another; either may be none. */
    void replace(Optional<AgentReply> before, Optional<AgentReply> after) {
        if (!before.equals(after)) {
            fewerReplies += before.isPresent() ? 1 : 0;
            after.ifPresent(moreReplies::add);
        }
    }

    AgentReplies addReplies(AgentReplies replies, ResolutionPolicy policy) {
        AgentReplies after = replies;
        for (AgentReply reply : moreReplies) {
            after = after.plus(reply, policy);
        }
        for (int i = 0; i < fewerReplies; i++) {
            after = after.minusOne();
        }
        return after;
    }

    void add(HandoffMade event, boolean late) {
        handoffs.add(new Occurred<>(event, late));
    }

    void add(HandoffRequested event, boolean late) {
        handoffRequests.add(new Occurred<>(event, late));
    }

    void add(FeedbackGiven event, boolean late) {
        feedback.add(new Occurred<>(event, late));
    }

    void add(boolean late) {
        lateness.add(late);
    }

    void redact() {
        redacted = true;
    }

    public Conversation conversation() {
        return conversation;
    }

    /** For each event, in the order in which they were told, whether it is late: the verdict was given without it. */
    public List<Boolean> lateness() {
        return Collections.unmodifiableList(lateness);
    }

    /** Those that were stated, whether anything of them is new or not. */
    public Collection<StatedMessage> messages() {
        return Collections.unmodifiableCollection(messages.values());
    }

    public List<Occurred<HandoffMade>> handoffs() {
        return Collections.unmodifiableList(handoffs);
    }

    public List<Occurred<HandoffRequested>> handoffRequests() {
        return Collections.unmodifiableList(handoffRequests);
    }

    public List<Occurred<FeedbackGiven>> feedback() {
        return Collections.unmodifiableList(feedback);
    }

    /** Whether what was said before is to be forgotten from now on. */
    public boolean isRedacted() {
        return redacted;
    }
}
