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

/** One submission of feedback; without a message it is about the last agent reply before it. */
@Entity
@Table(name = "feedback")
public class Feedback extends Fact {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "feedback_seq")
    @SequenceGenerator(name = "feedback_seq", sequenceName = "feedback_seq", allocationSize = 50)
    private Long id;

    @Enumerated(EnumType.STRING)
    private Rating rating;

    @Column(name = "message_id")
    private String messageId;

    private String remark;

    protected Feedback() {}

    Feedback(Conversation conversation, Stamp stamp, Rating rating, String messageId, String remark, boolean late) {
        super(conversation, stamp, late);
        this.rating = rating;
        this.messageId = messageId;
        this.remark = remark;
    }

    void tell(ConversationFacts facts) {
        facts.feedback(occurredAt(), eventId(), messageId, rating);
    }

    void redact() {
        remark = null;
    }

    public Rating rating() {
        return rating;
    }

    public String messageId() {
        return messageId;
    }

    public String remark() {
        return remark;
    }
}
