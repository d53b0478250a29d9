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

    /** It occurred up to the deadline, and came after the verdict. */
    @Column(name = "closed_late")
    private boolean late;

    protected Closing() {}

    Closing(Stamp stamp, AuthorKind byKind, Participant by, boolean late) {
        this.at = stamp.at();
        this.eventId = stamp.eventId();
        this.byKind = byKind;
        this.byId = by.id();
        this.byName = by.name();
        this.late = late;
    }

    /** The same, without who the visitor was. */
    Closing redacted() {
        return byKind == AuthorKind.VISITOR ? new Closing(stamp(), byKind, Participant.UNKNOWN, late) : this;
    }

    public boolean isLate() {
        return late;
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
