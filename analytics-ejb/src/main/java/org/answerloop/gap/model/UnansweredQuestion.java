package org.answerloop.gap.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** One time that a question was asked and not answered. */
@Entity
@Table(name = "unanswered_question")
public class UnansweredQuestion {

    /** What every redacted question has in common: nothing of it can be known. */
    private static final String REDACTED_KEY = "redacted";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unanswered_question_seq")
    @SequenceGenerator(name = "unanswered_question_seq", sequenceName = "unanswered_question_seq", allocationSize = 50)
    private Long id;

    @Column(name = "conversation_id")
    private long conversationId;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "message_id")
    private String messageId;

    private String question;

    @Column(name = "question_key")
    private String key;

    /** What the grouping has still to do with it; null where nothing. */
    @Column(name = "grouping_due")
    private Integer groupingDue;

    protected UnansweredQuestion() {}

    /** @param question null where the conversation is redacted */
    public UnansweredQuestion(long conversationId, String eventId, Instant askedAt, String messageId, String question) {
        this.conversationId = conversationId;
        this.eventId = eventId;
        this.askedAt = askedAt;
        this.messageId = messageId;
        this.question = question;
        this.key = question == null ? REDACTED_KEY : QuestionKey.of(question);
        this.groupingDue = question == null ? null : GroupingDue.NEW.code();
    }

    public Long id() {
        return id;
    }

    /** Forgets what was asked; that something was asked stays. */
    public void redact() {
        question = null;
        key = REDACTED_KEY;
        groupingDue = GroupingDue.FORGOTTEN.code();
    }
}
