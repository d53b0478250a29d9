package org.answerloop.conversation.model;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/** Whether a conversation is flagged: the latest word counts, by the time of saying it. */
@Embeddable
class Flag {

    private boolean raised;
    private Instant at;
    private String eventId;

    protected Flag() {}

    private Flag(boolean raised, Instant at, String eventId) {
        this.raised = raised;
        this.at = at;
        this.eventId = eventId;
    }

    static Flag lowered() {
        return new Flag(false, null, null);
    }

    /** The flag after this was said too, whatever the order of saying. */
    Flag after(Stamp stamp, boolean on) {
        boolean isNews = at == null || stamp.isAfter(new Stamp(at, eventId));
        return isNews ? new Flag(on, stamp.at(), stamp.eventId()) : this;
    }

    boolean raised() {
        return raised;
    }
}
