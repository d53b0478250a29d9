package org.answerloop.event.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.kernel.Fingerprint;

/** An event that was refused for what it says, with the reason, for somebody to mend. */
@Entity
@Table(name = "quarantined_event")
public class QuarantinedEvent {

    private static final int POINTER = 1024;
    private static final int DETAIL = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quarantined_event_seq")
    @SequenceGenerator(name = "quarantined_event_seq", sequenceName = "quarantined_event_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    private String source;
    private String subject;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "received_at")
    private Instant receivedAt;

    private String code;
    private String pointer;
    private String detail;
    private String payload;

    private String fingerprint;

    /** How often the same was refused again while it waited. */
    private int repeats;

    @Enumerated(EnumType.STRING)
    private QuarantineState state = QuarantineState.OPEN;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "settled_by")
    private String settledBy;

    @Column(name = "api_key_id")
    private Long keyId;

    protected QuarantinedEvent() {}

    /** @param keyId the key that brought it; null where none did */
    public QuarantinedEvent(EventReading refused, Instant receivedAt, Long keyId) {
        this.keyId = keyId;
        this.source = refused.source();
        this.subject = refused.identity().subject();
        this.eventId = refused.id();
        this.receivedAt = receivedAt;
        this.code = refused.problem().code();
        this.pointer = cut(refused.problem().pointer(), POINTER);
        this.detail = cut(refused.problem().detail(), DETAIL);
        this.payload = readable(refused.document().json());
        this.fingerprint = Fingerprint.of(refused.document().json());
    }

    /** The same was sent and refused once more. */
    public void cameAgain(Instant at) {
        receivedAt = at;
        repeats++;
    }

    /** Forgets what it says; that it came, and why it was refused, stays. */
    public void forget() {
        payload = InboxEvent.FORGOTTEN;
    }

    /** It was mended, or the cause was, and it has been taken in. */
    public void replayed(String by, Instant at) {
        settle(QuarantineState.REPLAYED, by, at);
    }

    /** It is of no use. */
    public void discard(String by, Instant at) {
        settle(QuarantineState.DISCARDED, by, at);
    }

    private void settle(QuarantineState how, String by, Instant at) {
        if (state != QuarantineState.OPEN) {
            throw new AlreadySettledException(settledBy, state);
        }
        state = how;
        settledBy = by;
        settledAt = at;
    }

    public Long id() {
        return id;
    }

    /** Null where it could not be read. */
    public String source() {
        return source;
    }

    /** The conversation that it is told of; its members are null where they could not be read. */
    public ConversationKey conversation() {
        return new ConversationKey(source, subject);
    }

    /** Of the bytes that were sent. */
    public String fingerprint() {
        return fingerprint;
    }

    /** How often it was refused. */
    public int times() {
        return repeats + 1;
    }

    /** Null where it could not be read. */
    public String eventId() {
        return eventId;
    }

    /** The key that brought it; null where none did. */
    public Long keyId() {
        return keyId;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Problem problem() {
        return new Problem(code, pointer, detail);
    }

    /** As it came, as far as text goes; empty where it was forgotten. */
    public String payload() {
        return payload;
    }

    /** Whether there is no text any more. */
    public boolean isForgotten() {
        return payload.isEmpty();
    }

    public boolean isOpen() {
        return state == QuarantineState.OPEN;
    }

    public QuarantineState state() {
        return state;
    }

    public Instant settledAt() {
        return settledAt;
    }

    public String settledBy() {
        return settledBy;
    }

    /** As much of it as a table holds: what is no UTF-8, and NUL, is shown as the replacement character. */
    private static String readable(byte[] json) {
        int length = Math.min(json.length, EventLimits.EVENT_BYTES);
        return new String(json, 0, length, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
