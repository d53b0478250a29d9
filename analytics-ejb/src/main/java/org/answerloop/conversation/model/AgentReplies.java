package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.answerloop.resolution.model.ResolutionPolicy;

/**
 * What a conversation keeps of the replies of the customer agent, so that one more is taken in without looking at those
 * before it. Replaced as a whole.
 *
 * <p>The deadline that {@link ResolutionPolicy#deadline} finds by going through all replies depends on two of them: the
 * first one, and the last one of the chain that begins with it and in which each comes before the window since the one
 * before has passed. A reply within the chain changes nothing, one after it prolongs it or belongs to no verdict. Only where
 * replies were there already after a gap that is being closed, where a reply is moved or taken back, or where two share the
 * moment that decides, does it have to be looked up: until then it is not {@link #isCertain certain}.
 */
@Embeddable
class AgentReplies {

    @Column(name = "reply_count")
    private int count;

    @Column(name = "first_reply_at")
    private Instant firstAt;

    @Column(name = "first_reply_named")
    private boolean firstNamed;

    /** Of the earliest reply of which it is known which agent wrote it, as the two columns after it. */
    @Column(name = "named_reply_at")
    private Instant namedAt;

    @Column(name = "named_reply_agent_id")
    private String namedId;

    @Column(name = "named_reply_agent_name")
    private String namedName;

    @Column(name = "reply_chain_end_at")
    private Instant chainEnd;

    @Column(name = "last_reply_at")
    private Instant lastAt;

    @Column(name = "replies_certain")
    private boolean certain;

    protected AgentReplies() {}

    private AgentReplies(AgentReplies other) {
        count = other.count;
        firstAt = other.firstAt;
        firstNamed = other.firstNamed;
        namedAt = other.namedAt;
        namedId = other.namedId;
        namedName = other.namedName;
        chainEnd = other.chainEnd;
        lastAt = other.lastAt;
        certain = other.certain;
    }

    static AgentReplies none() {
        AgentReplies none = new AgentReplies();
        none.certain = true;
        return none;
    }

    /** The same and one more. */
    AgentReplies plus(AgentReply reply, ResolutionPolicy policy) {
        AgentReplies after = new AgentReplies(this);
        after.count++;
        if (certain) {
            after.add(reply, policy);
        }
        return after;
    }

    private void add(AgentReply reply, ResolutionPolicy policy) {
        Instant at = reply.at();
        boolean named = reply.author().isKnown();
        certain = !at.equals(firstAt) && !(named && at.equals(namedAt));
        if (firstAt == null || at.isBefore(firstAt)) {
            chainEnd = firstAt != null && follows(at, firstAt, policy) ? chainEnd : at;
            firstAt = at;
            firstNamed = named;
        } else if (at.isAfter(chainEnd) && follows(chainEnd, at, policy)) {
            // What came after the gap that it closes may follow it in turn.
            certain = certain && !lastAt.isAfter(at);
            chainEnd = at;
        }
        if (named && (namedAt == null || at.isBefore(namedAt))) {
            name(reply);
        }
        lastAt = lastAt == null || at.isAfter(lastAt) ? at : lastAt;
    }

    private void name(AgentReply reply) {
        namedAt = reply.at();
        namedId = reply.author().id();
        namedName = reply.author().name();
    }

    private static boolean follows(Instant earlier, Instant later, ResolutionPolicy policy) {
        return later.isBefore(earlier.plus(policy.window()));
    }

    /** The same without one of them. */
    AgentReplies minusOne() {
        AgentReplies after = uncertain();
        after.count--;
        return after;
    }

    /** The same, to be looked up. */
    AgentReplies uncertain() {
        AgentReplies after = new AgentReplies(this);
        after.certain = false;
        return after;
    }

    /** As many, as they are found. The chain is followed in steps of a window, however many replies it has. */
    AgentReplies lookedUp(long conversation, CourseLookup lookup, ResolutionPolicy policy) {
        AgentReplies found = none();
        found.count = count;
        Optional<AgentReply> first = lookup.firstReplies(conversation).stream().min(AgentReply.ORDER);
        if (first.isEmpty()) {
            return found;
        }
        found.firstAt = first.get().at();
        found.firstNamed = first.get().author().isKnown();
        Optional<AgentReply> named = found.firstNamed
                ? first
                : lookup.firstNamedReplies(conversation).stream().min(AgentReply.ORDER);
        named.ifPresent(found::name);
        Instant reached = null;
        Instant end = found.firstAt;
        while (!end.equals(reached)) {
            reached = end;
            end = lookup.lastReplyBefore(conversation, reached.plus(policy.window()))
                    .orElse(reached);
        }
        found.chainEnd = end;
        found.lastAt = lookup.lastReply(conversation).orElse(end);
        return found;
    }

    /**
     * As {@link ResolutionPolicy#deadline} of all facts.
     *
     * @param handedOffAt when the first handoff was made; null where none was
     */
    Optional<Instant> deadline(ResolutionPolicy policy, Instant handedOffAt) {
        Instant since = handedOffAt == null ? null : handedOffAt.plus(policy.window());
        boolean counting = firstAt != null && (since == null || firstAt.isBefore(since));
        return Optional.ofNullable(counting ? chainEnd.plus(policy.window()) : since);
    }

    /** Whether what is kept says what going through all replies would say. */
    boolean isCertain() {
        return certain;
    }

    int count() {
        return count;
    }

    /** Null where there is none. */
    Instant firstAt() {
        return firstAt;
    }

    /** Who wrote the first one; unknown where that is not known. */
    Participant firstAuthor() {
        return firstNamed ? namedAuthor() : Participant.UNKNOWN;
    }

    /** Who wrote the first one of which that is known. */
    Participant namedAuthor() {
        return new Participant(namedId, namedName);
    }
}
