package org.answerloop.conversation.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The latest closing of a conversation, and by whom, where the source says so. */
@Embeddable
public class Closing {

    @Column(name = "closed_at")
    private Instant at;

    @Column(name = "closed_event_id")
    private String eventId;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_by_kind")
    private AuthorKind byKind;

    @Column(name = "closed_by_id")
    private String byId;

    @Column(name = "closed_by_name")
    private String byName;

    protected Closing() {}

    Closing(Stamp stamp, AuthorKind byKind, Participant by) {
        this.at = stamp.at();
        this.eventId = stamp.eventId();
        this.byKind = byKind;
        this.byId = by.id();
        this.byName = by.name();
    }

    Stamp stamp() {
        return new Stamp(at, eventId);
    }

    public Instant at() {
        return at;
    }

    public AuthorKind byKind() {
        return byKind;
    }

    public Participant by() {
        return new Participant(byId, byName);
    }
}
