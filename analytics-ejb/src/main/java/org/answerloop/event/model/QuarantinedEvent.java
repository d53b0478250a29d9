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

    private String source;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "received_at")
    private Instant receivedAt;

    private String code;
    private String pointer;
    private String detail;
    private String payload;

    protected QuarantinedEvent() {}

    public QuarantinedEvent(EventReading refused, Instant receivedAt) {
        this.source = refused.source();
        this.eventId = refused.id();
        this.receivedAt = receivedAt;
        this.code = refused.problem().code();
        this.pointer = cut(refused.problem().pointer(), POINTER);
        this.detail = cut(refused.problem().detail(), DETAIL);
        this.payload = readable(refused.document().json());
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
