package org.answerloop.gap.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    @Enumerated(EnumType.STRING)
    private Signal signal = Signal.UNANSWERED;

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

    /** One that its source did not tell. */
    public UnansweredQuestion(long conversationId, DerivedQuestion derived, String question) {
        this(conversationId, derived.messageId(), derived.askedAt(), derived.messageId(), question);
        this.signal = derived.signal();
    }

    /**
     * The source tells by itself that what was derived was not answered, and how it was asked.
     *
     * @return whether it says something else by that
     */
    public boolean tell(String tellingEventId, Instant toldAt, String told) {
        eventId = tellingEventId;
        askedAt = toldAt;
        signal = Signal.UNANSWERED;
        return say(told);
    }

    /**
     * What is derived from all that is known by now.
     *
     * @return whether it says something else by that
     */
    public boolean derive(DerivedQuestion derived, String asked) {
        askedAt = derived.askedAt();
        signal = derived.signal();
        return say(asked);
    }

    private boolean say(String said) {
        if (said.equals(question)) {
            return false;
        }
        question = said;
        key = QuestionKey.of(said);
        groupingDue = GroupingDue.changed(groupingDue);
        return true;
    }

    /** Whether its source did not tell it. */
    public boolean isDerived() {
        return signal != Signal.UNANSWERED;
    }

    /** Whether it is what the message asked, or, where its source told no message, says the same. */
    public boolean isOf(String message, String asked) {
        return messageId == null || message == null ? key.equals(QuestionKey.of(asked)) : messageId.equals(message);
    }

    /** In which it was asked; null where its source told none. */
    public String messageId() {
        return messageId;
    }

    public long conversationId() {
        return conversationId;
    }

    public String question() {
        return question;
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
