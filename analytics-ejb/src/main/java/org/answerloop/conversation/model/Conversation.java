package org.answerloop.conversation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.answerloop.resolution.model.ResolutionFacts;
import org.answerloop.resolution.model.ResolutionPolicy;
import org.answerloop.resolution.model.Verdict;

/**
 * One thread between a visitor and the organisation, on one channel.
 *
 * <p>It only ever takes in what occurred: what it holds is a set of facts, of which each attribute keeps the earliest or
 * the latest, and everything else is derived from them. So events may come late, twice and in any order, and the state
 * after them is the same. Only the verdict is not derived again: once given, it stands.
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

    @OneToMany(mappedBy = "conversation", cascade = CascadeType.PERSIST)
    private List<Message> messages = new ArrayList<>();

    @OneToMany(mappedBy = "conversation", cascade = CascadeType.PERSIST)
    private List<Handoff> handoffs = new ArrayList<>();

    @OneToMany(mappedBy = "conversation", cascade = CascadeType.PERSIST)
    private List<HandoffRequest> handoffRequests = new ArrayList<>();

    @OneToMany(mappedBy = "conversation", cascade = CascadeType.PERSIST)
    private List<Feedback> feedback = new ArrayList<>();

    /** The messages by their id, while events are being taken in. */
    private transient Map<String, Message> messageIndex;

    protected Conversation() {}

    public Conversation(ConversationKey key) {
        this.source = key.source();
        this.externalId = key.externalId();
    }

    /**
     * Takes in what occurred.
     *
     * @param arrivedAt when it was told
     * @param grace how long it has to be quiet from then on before the evaluation
     * @return for each event, in the given order, whether it is late: it occurred up to the deadline of a verdict that
     *     has been given without it
     */
    public List<Boolean> take(
            List<ConversationEvent> events, Instant arrivedAt, ResolutionPolicy policy, Duration grace) {
        messageIndex = new HashMap<>();
        messages.forEach(message -> messageIndex.put(message.externalId(), message));
        List<Boolean> lateness = new ArrayList<>(events.size());
        for (ConversationEvent event : events) {
            Instant at = event.stamp().at();
            boolean late = verdict != null && !at.isAfter(verdict.deadline());
            event.applyTo(this, late);
            earliestEventAt = earliestEventAt == null || at.isBefore(earliestEventAt) ? at : earliestEventAt;
            lateness.add(late);
        }
        if (lastArrivalAt == null || arrivedAt.isAfter(lastArrivalAt)) {
            lastArrivalAt = arrivedAt;
        }
        if (redacted) {
            forgetWhatWasSaid();
        }
        derive(policy, grace);
        messageIndex = null;
        return lateness;
    }

    private void derive(ResolutionPolicy policy, Duration grace) {
        Instant beganAt = opening == null ? earliestEventAt : opening.stamp().at();
        Optional<Instant> deadline = policy.deadline(facts(beganAt));
        course = Course.of(beganAt, deadline.orElse(null), messages, handoffs, assignment);
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
        Message known = messageIndex.get(event.messageId());
        if (known == null) {
            Message message = new Message(this, event, late);
            messages.add(message);
            messageIndex.put(event.messageId(), message);
        } else {
            known.restate(event, late);
        }
    }

    void handoffRequested(HandoffRequested event, boolean late) {
        handoffRequests.add(new HandoffRequest(this, event.stamp(), event.messageId(), late));
    }

    void handedOff(HandoffMade event, boolean late) {
        handoffs.add(new Handoff(this, event.stamp(), event.trigger(), event.to(), event.reason(), late));
    }

    void rated(FeedbackGiven event, boolean late) {
        feedback.add(new Feedback(this, event.stamp(), event.rating(), event.messageId(), event.remark(), late));
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
        redacted = true;
    }

    /** Its time has passed: what was said is forgotten, as when it is redacted. */
    public void forget() {
        redact();
        forgetWhatWasSaid();
    }

    private void forgetWhatWasSaid() {
        messages.forEach(Message::redact);
        handoffs.forEach(Handoff::redact);
        feedback.forEach(Feedback::redact);
        opening = opening == null ? null : opening.redacted();
        closing = closing == null ? null : closing.redacted();
    }

    public ResolutionFacts facts() {
        return facts(course.beganAt());
    }

    private ResolutionFacts facts(Instant beganAt) {
        ConversationFacts facts = new ConversationFacts();
        messages.forEach(message -> message.tell(facts));
        handoffs.forEach(handoff -> handoff.tell(facts));
        handoffRequests.forEach(request -> request.tell(facts));
        feedback.forEach(given -> given.tell(facts));
        return facts.since(beganAt);
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

    public Optional<FrozenVerdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    /** Which short answers those of the messages cite that were just stated. */
    public List<CitingReply> citing(Set<String> messageIds) {
        return messages.stream()
                .filter(message -> messageIds.contains(message.externalId()))
                .flatMap(message -> message.citing(id).stream())
                .toList();
    }

    public List<Message> messages() {
        return Collections.unmodifiableList(messages);
    }

    public List<Handoff> handoffs() {
        return Collections.unmodifiableList(handoffs);
    }

    public List<HandoffRequest> handoffRequests() {
        return Collections.unmodifiableList(handoffRequests);
    }

    public List<Feedback> feedback() {
        return Collections.unmodifiableList(feedback);
    }
}
