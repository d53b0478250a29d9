package org.answerloop.conversation.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The earliest assignment of a customer agent. */
@Embeddable
class Assignment {

    @Column(name = "assigned_at")
    private Instant at;

    @Column(name = "assigned_event_id")
    private String eventId;

    @Column(name = "assigned_agent_id")
    private String agentId;

    @Column(name = "assigned_agent_name")
    private String agentName;

    protected Assignment() {}

    Assignment(Stamp stamp, Participant agent) {
        this.at = stamp.at();
        this.eventId = stamp.eventId();
        this.agentId = agent.id();
        this.agentName = agent.name();
    }

    Stamp stamp() {
        return new Stamp(at, eventId);
    }

    Participant agent() {
        return new Participant(agentId, agentName);
    }
}
