package org.answerloop.conversation.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

/** Something that occurred in a conversation and does not change any more. */
@MappedSuperclass
abstract class Fact {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "conversation_id")
    private Conversation conversation;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    /** It occurred up to the deadline, and came after the verdict. */
    private boolean late;

    protected Fact() {}

    Fact(Conversation conversation, Stamp stamp, boolean late) {
        this.conversation = conversation;
        this.eventId = stamp.eventId();
        this.occurredAt = stamp.at();
        this.late = late;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public boolean isLate() {
        return late;
    }

    String eventId() {
        return eventId;
    }
}
