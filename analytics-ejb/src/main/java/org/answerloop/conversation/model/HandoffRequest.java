package org.answerloop.conversation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** The visitor asked for a human. */
@Entity
@Table(name = "handoff_request")
public class HandoffRequest extends Fact {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "handoff_request_seq")
    @SequenceGenerator(name = "handoff_request_seq", sequenceName = "handoff_request_seq", allocationSize = 50)
    private Long id;

    @Column(name = "message_id")
    private String messageId;

    protected HandoffRequest() {}

    HandoffRequest(Conversation conversation, Stamp stamp, String messageId, boolean late) {
        super(conversation, stamp, late);
        this.messageId = messageId;
    }

    void tell(ConversationFacts facts) {
        facts.handoffRequest(occurredAt(), eventId(), messageId);
    }

    public String messageId() {
        return messageId;
    }
}
