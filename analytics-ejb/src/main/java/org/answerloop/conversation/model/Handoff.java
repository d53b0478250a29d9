package org.answerloop.conversation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** The conversation went from the customer agent to a human. */
@Entity
@Table(name = "handoff")
public class Handoff extends Fact {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "handoff_seq")
    @SequenceGenerator(name = "handoff_seq", sequenceName = "handoff_seq", allocationSize = 50)
    private Long id;

    @Enumerated(EnumType.STRING)
    @Column(name = "handoff_trigger")
    private HandoffTrigger trigger;

    @Column(name = "to_id")
    private String toId;

    @Column(name = "to_name")
    private String toName;

    private String reason;

    protected Handoff() {}

    Handoff(
            Conversation conversation,
            Stamp stamp,
            HandoffTrigger trigger,
            Participant to,
            String reason,
            boolean late) {
        super(conversation, stamp, late);
        this.trigger = trigger;
        this.toId = to.id();
        this.toName = to.name();
        this.reason = reason;
    }

    void tell(ConversationFacts facts) {
        facts.handoff(occurredAt(), eventId(), trigger);
    }

    void redact() {
        reason = null;
    }

    public HandoffTrigger trigger() {
        return trigger;
    }

    public Participant to() {
        return new Participant(toId, toName);
    }

    public String reason() {
        return reason;
    }
}
