package org.answerloop.event.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** An event that was accepted, as it was received. */
@Entity
@Table(name = "inbox_event")
public class InboxEvent {

    /** What is left of the text of a redacted conversation. */
    public static final String FORGOTTEN = "";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_event_seq")
    @SequenceGenerator(name = "inbox_event_seq", sequenceName = "inbox_event_seq", allocationSize = 500)
    private Long id;

    private String source;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "conversation_id")
    private long conversationId;

    private String type;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "content_hash")
    private String contentHash;

    private boolean late;

    private String payload;

    @Column(name = "api_key_id")
    private Long keyId;

    protected InboxEvent() {}

    /** @param keyId the key that brought it; null where none did */
    public InboxEvent(
            AcceptableEvent event,
            long conversationId,
            Instant receivedAt,
            boolean late,
            boolean redacted,
            Long keyId) {
        this.keyId = keyId;
        this.source = event.source();
        this.eventId = event.id();
        this.conversationId = conversationId;
        this.type = event.type();
        this.occurredAt = event.event().stamp().at();
        this.receivedAt = receivedAt;
        this.contentHash = event.fingerprint();
        this.late = late;
        this.payload = redacted ? FORGOTTEN : new String(event.document().json(), StandardCharsets.UTF_8);
    }

    public Long id() {
        return id;
    }

    public String source() {
        return source;
    }

    public String eventId() {
        return eventId;
    }

    public long conversationId() {
        return conversationId;
    }

    public String type() {
        return type;
    }

    /** The key that brought it; null where none did. */
    public Long keyId() {
        return keyId;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String contentHash() {
        return contentHash;
    }

    /** It occurred before the deadline of a verdict that had been given without it. */
    public boolean isLate() {
        return late;
    }

    /** As it was received, in JSON; empty once its text is forgotten. */
    public String payload() {
        return payload;
    }
}
