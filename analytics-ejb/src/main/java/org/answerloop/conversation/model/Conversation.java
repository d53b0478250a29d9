package org.answerloop.conversation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.answerloop.resolution.model.ResolutionPolicy;
import org.answerloop.resolution.model.Verdict;

/**
 * One thread between a visitor and the organisation, on one channel.
 *
 * <p>It only ever takes in what occurred: each attribute keeps the earliest or the latest, and everything else is derived
 * from them. So events may come late, twice and in any order, and the state after them is the same. Only the verdict is not
 * derived again: once given, it stands.
 *
 * <p>What was said and done stands in rows of its own, of which it keeps what an event has to be folded into; so one more
 * event costs the same however much was said before.
 */
@Entity
@Table(name = "conversation")
public class Conversation {

    /** The channel of a conversation whose start never came. */
    public static final String UNKNOWN_CHANNEL = "unknown";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "conversation_seq")
    @SequenceGenerator(name = "conversation_seq", sequenceName = "conversation_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    private String source;

    @Column(name = "external_id")
    private String externalId;

    private String channel = UNKNOWN_CHANNEL;

    @Embedded
    private Opening opening;

    @Embedded
    private Assignment assignment;

    @Embedded
    private Closing closing;

    @Column(name = "ticket_closed")
    private boolean ticketClosed;

    @Embedded
    @AttributeOverride(name = "raised", column = @Column(name = "test"))
    @AttributeOverride(name = "at", column = @Column(name = "test_at"))
    @AttributeOverride(name = "eventId", column = @Column(name = "test_event_id"))
    private Flag test = Flag.lowered();

    @Embedded
    @AttributeOverride(name = "raised", column = @Column(name = "spam"))
    @AttributeOverride(name = "at", column = @Column(name = "spam_at"))
    @AttributeOverride(name = "eventId", column = @Column(name = "spam_event_id"))
    private Flag spam = Flag.lowered();

    private boolean redacted;

    @Column(name = "earliest_event_at")
    private Instant earliestEventAt;

    @Column(name = "last_arrival_at")
    private Instant lastArrivalAt;

    /** When the evaluation has to look at it; null while the customer agent took no part, and after the verdict. */
    @Column(name = "due_at")
    private Instant dueAt;

    @Embedded
    private Course course;

    @Embedded
    private FrozenVerdict verdict;

    @Column(name = "message_count")
    private int messageCount;

    @Embedded
    private AgentReplies replies = AgentReplies.none();

    @Column(name = "first_handoff_at")
    private Instant firstHandoffAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "first_handoff_trigger")
    private HandoffTrigger firstHandoffTrigger;

    /** Two handoffs share the earliest moment, and which of them counts has to be looked up. */
    private transient boolean handoffUncertain;

    /** What is being taken in. */
    private transient Taken taking;

    protected Conversation() {}

    public Conversation(ConversationKey key) {
        this.source = key.source();
        this.externalId = key.externalId();
    }

    /**
     * Takes in what occurred. Where {@link #isUncertain} afterwards, it has to {@link #lookUp look up} what follows, once
     * what was taken in is written.
     *
     * @param known what is known of the messages that are stated, by their ids
     * @param arrivedAt when it was told
     * @param grace how long it has to be quiet from then on before the evaluation
     */
    public Taken take(
            List<ConversationEvent> events,
            Map<String, StatedMessage> known,
            Instant arrivedAt,
            ResolutionPolicy policy,
            Duration grace) {
        Taken taken = new Taken(this, known);
        taking = taken;
        doubtWhatAnotherWindowMade(policy);
        for (ConversationEvent event : events) {
            Instant at = event.stamp().at();
            boolean late = verdict != null && !at.isAfter(verdict.deadline());
            event.applyTo(this, late);
            earliestEventAt = earliestEventAt == null || at.isBefore(earliestEventAt) ? at : earliestEventAt;
            taken.add(late);
        }
        if (lastArrivalAt == null || arrivedAt.isAfter(lastArrivalAt)) {
            lastArrivalAt = arrivedAt;
        }
        replies = taken.addReplies(replies, policy);
        if (redacted) {
            opening = opening == null ? null : opening.redacted();
            closing = closing == null ? null : closing.redacted();
        }
        taking = null;
        derive(policy, grace);
        return taken;
    }

    /** The settings may say another window than when the deadline was derived. */
    private void doubtWhatAnotherWindowMade(ResolutionPolicy policy) {
        Instant derived = course == null ? null : course.deadline();
        if (!Objects.equals(replies.deadline(policy, firstHandoffAt).orElse(null), derived)) {
            replies = replies.uncertain();
        }
    }

    /** Whether what follows from what was taken in depends on what only its rows say. */
    public boolean isUncertain() {
        return handoffUncertain || !replies.isCertain();
    }

    /** Finds in its rows, in which everything that was taken in has been written, what follows from it. */
    public void lookUp(CourseLookup lookup, ResolutionPolicy policy, Duration grace) {
        if (!replies.isCertain()) {
            replies = replies.lookedUp(id, lookup, policy);
        }
        if (handoffUncertain) {
            lookup.firstHandoffs(id).stream().min(FirstHandoff.ORDER).ifPresent(this::handOff);
            handoffUncertain = false;
        }
        derive(policy, grace);
    }

    private void derive(ResolutionPolicy policy, Duration grace) {
        Instant beganAt = opening == null ? earliestEventAt : opening.stamp().at();
        Optional<Instant> deadline = replies.deadline(policy, firstHandoffAt);
        course = Course.of(beganAt, deadline.orElse(null), replies, firstHandoffAt, assignment);
        dueAt = verdict != null
                ? null
                : deadline.map(at -> later(at, lastArrivalAt.plus(grace))).orElse(null);
    }

    void started(ConversationStarted event) {
        if (event.stamp().isBefore(opening == null ? null : opening.stamp())) {
            opening = new Opening(event.stamp(), event.language(), event.ticket());
            channel = event.channel();
        }
        if (event.agent().isKnown()) {
            assigned(event.stamp(), event.agent());
        }
        if (event.test()) {
            test = test.after(event.stamp(), true);
        }
    }

    void assigned(Stamp stamp, Participant agent) {
        if (stamp.isBefore(assignment == null ? null : assignment.stamp())) {
            assignment = new Assignment(stamp, agent);
        }
    }

    void posted(MessagePosted event, boolean late) {
        StatedMessage message = taking.message(event.messageId());
        Optional<AgentReply> before = Optional.empty();
        if (message == null) {
            message = new StatedMessage(event, late);
            messageCount++;
        } else {
            before = message.reply();
            message.restate(event, late);
        }
        taking.add(message);
        taking.replace(before, message.reply());
    }

    void handoffRequested(HandoffRequested event, boolean late) {
        taking.add(event, late);
    }

    void handedOff(HandoffMade event, boolean late) {
        taking.add(event, late);
        Instant at = event.stamp().at();
        if (firstHandoffAt == null || at.isBefore(firstHandoffAt)) {
            handOff(new FirstHandoff(event.stamp(), event.trigger()));
        } else {
            handoffUncertain = handoffUncertain || at.equals(firstHandoffAt);
        }
    }

    private void handOff(FirstHandoff first) {
        firstHandoffAt = first.at();
        firstHandoffTrigger = first.trigger();
    }

    void rated(FeedbackGiven event, boolean late) {
        taking.add(event, late);
    }

    void closed(ConversationClosed event, boolean late) {
        if (event.stamp().isAfter(closing == null ? null : closing.stamp())) {
            closing = new Closing(event.stamp(), event.byKind(), event.by(), late);
            ticketClosed = event.ticketClosed();
        }
    }

    void flagged(ConversationFlagged event) {
        if (event.flag() == FlagKind.TEST) {
            test = test.after(event.stamp(), event.on());
        } else {
            spam = spam.after(event.stamp(), event.on());
        }
    }

    void redact() {
        if (!redacted) {
            redacted = true;
            taking.redact();
        }
    }

    /** Gives the verdict, once and for ever, as the evaluation does, which holds the row and reads only what it needs. */
    public void freeze(Verdict decided, Instant decidedAt) {
        if (verdict != null) {
            throw new VerdictIsFinalException(key());
        }
        verdict = new FrozenVerdict(decided, decidedAt);
        dueAt = null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    public Long id() {
        return id;
    }

    public ConversationKey key() {
        return new ConversationKey(source, externalId);
    }

    public String channel() {
        return channel;
    }

    /** BCP 47; null where the source named none. */
    public String language() {
        return opening == null ? null : opening.language();
    }

    public Optional<Ticket> ticket() {
        return Optional.ofNullable(opening).map(Opening::ticket);
    }

    public Optional<Closing> closing() {
        return Optional.ofNullable(closing);
    }

    /** What figures count of it now. */
    public CountedFacts counted() {
        return CountedFacts.of(this);
    }

    /** When a customer agent was assigned; null where none was. */
    Instant assignedAt() {
        return assignment == null ? null : assignment.stamp().at();
    }

    public boolean isTicketClosed() {
        return ticketClosed;
    }

    /** As {@link Eligibility}. */
    public boolean isEligible() {
        return !isTest() && !isSpam();
    }

    public boolean isTest() {
        return test.raised();
    }

    public boolean isSpam() {
        return spam.raised();
    }

    public boolean isRedacted() {
        return redacted;
    }

    public Course course() {
        return course;
    }

    /** Null while it was not handed off. */
    HandoffTrigger firstHandoffTrigger() {
        return firstHandoffTrigger;
    }

    /** How many messages were posted. */
    public int messageCount() {
        return messageCount;
    }

    public Optional<FrozenVerdict> verdict() {
        return Optional.ofNullable(verdict);
    }
}
