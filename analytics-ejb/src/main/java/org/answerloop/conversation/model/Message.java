package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * What somebody wrote. A source may state one message several times, for instance to add the content it refers to: it
 * occurred when it was first stated, by whom it was stated first, and says what was stated last.
 */
@Entity
@Table(name = "message")
public class Message {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "message_seq")
    @SequenceGenerator(name = "message_seq", sequenceName = "message_seq", allocationSize = 500)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "conversation_id")
    private Conversation conversation;

    @Column(name = "external_id")
    private String externalId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "first_event_id")
    private String firstEventId;

    /** Since when it was stated with a source or an action; null where it never was. */
    @Column(name = "grounded_at")
    private Instant groundedAt;

    @Column(name = "stated_at")
    private Instant statedAt;

    @Column(name = "event_id")
    private String eventId;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_kind")
    private AuthorKind authorKind;

    @Column(name = "author_id")
    private String authorId;

    @Column(name = "author_name")
    private String authorName;

    private String text;
    private ContentSources sources;
    private Actions actions;

    /** It, or another statement of it, occurred up to the deadline and came after the verdict. */
    private boolean late;

    protected Message() {}

    Message(Conversation conversation, MessagePosted stated, boolean late) {
        this.conversation = conversation;
        this.externalId = stated.messageId();
        this.late = late;
        begin(stated);
        say(stated);
        ground(stated);
    }

    /** Takes in another statement of the same message; the order of the statements makes no difference. */
    void restate(MessagePosted stated, boolean lately) {
        Stamp stamp = stated.stamp();
        if (stamp.isBefore(new Stamp(occurredAt, firstEventId))) {
            begin(stated);
        }
        if (stamp.isAfter(new Stamp(statedAt, eventId))) {
            say(stated);
        }
        ground(stated);
        late = late || lately;
    }

    private void begin(MessagePosted stated) {
        occurredAt = stated.stamp().at();
        firstEventId = stated.stamp().eventId();
        authorKind = stated.authorKind();
        authorId = stated.author().id();
        authorName = stated.author().name();
    }

    private void ground(MessagePosted stated) {
        boolean grounded =
                !stated.sources().list().isEmpty() || !stated.actions().names().isEmpty();
        Instant at = stated.stamp().at();
        if (grounded && (groundedAt == null || at.isBefore(groundedAt))) {
            groundedAt = at;
        }
    }

    private void say(MessagePosted stated) {
        statedAt = stated.stamp().at();
        eventId = stated.stamp().eventId();
        text = stated.text();
        sources = stated.sources();
        actions = stated.actions();
    }

    /** Takes away what was said and who the visitor was; that it was said, and what it refers to, stays. */
    void redact() {
        text = null;
        if (authorKind == AuthorKind.VISITOR) {
            authorId = null;
            authorName = null;
        }
    }

    boolean isReply() {
        return authorKind == AuthorKind.CUSTOMER_AGENT;
    }

    /** Whether it was stated more than once. */
    private boolean isRestated() {
        return !eventId.equals(firstEventId);
    }

    /** Which short answers it cites; nothing where it cites none and never did. */
    Optional<CitingReply> citing(long conversationId) {
        Set<String> cited = isReply() ? sources.shortAnswers() : Set.of();
        return cited.isEmpty() && !isRestated()
                ? Optional.empty()
                : Optional.of(new CitingReply(conversationId, externalId, occurredAt, cited, isRestated()));
    }

    void tell(ConversationFacts facts) {
        facts.message(occurredAt, externalId, authorKind, groundedAt);
    }

    public String externalId() {
        return externalId;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public AuthorKind authorKind() {
        return authorKind;
    }

    public Participant author() {
        return new Participant(authorId, authorName);
    }

    /** Whether it was ever stated with a source or an action. */
    public boolean isGrounded() {
        return groundedAt != null;
    }

    /** Null once it is redacted. */
    public String text() {
        return text;
    }

    public ContentSources sources() {
        return sources;
    }

    public Actions actions() {
        return actions;
    }

    public boolean isLate() {
        return late;
    }
}
