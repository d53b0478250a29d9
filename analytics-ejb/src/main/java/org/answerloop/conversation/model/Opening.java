package org.answerloop.conversation.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How a conversation started: what its earliest {@code conversation.started} said. */
@Embeddable
class Opening {

    @Column(name = "start_at")
    private Instant at;

    @Column(name = "start_event_id")
    private String eventId;

    @Column(name = "language")
    private String language;

    @Column(name = "ticket_id")
    private String ticketId;

    @Column(name = "ticket_url")
    private String ticketUrl;

    protected Opening() {}

    Opening(Stamp stamp, String language, Ticket ticket) {
        this.at = stamp.at();
        this.eventId = stamp.eventId();
        this.language = language;
        this.ticketId = ticket == null ? null : ticket.id();
        this.ticketUrl = ticket == null ? null : ticket.url();
    }

    /** The same, without the ticket, which leads to the visitor. */
    Opening redacted() {
        return new Opening(stamp(), language, null);
    }

    Stamp stamp() {
        return new Stamp(at, eventId);
    }

    String language() {
        return language;
    }

    Ticket ticket() {
        return ticketId == null && ticketUrl == null ? null : new Ticket(ticketId, ticketUrl);
    }
}
