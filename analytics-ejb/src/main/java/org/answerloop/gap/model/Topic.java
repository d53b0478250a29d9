package org.answerloop.gap.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.answerloop.kernel.PlainText;

/**
 * What people decide about questions that have something in common. Its questions, its figures and, until somebody names it,
 * its title are the grouping's.
 */
@Entity
@Table(name = "topic")
public class Topic {

    /** The most characters of a title. */
    public static final int TITLE = 300;

    /** The most characters of a reason. */
    public static final int REASON = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "topic_seq")
    @SequenceGenerator(name = "topic_seq", sequenceName = "topic_seq", allocationSize = 1)
    private Long id;

    @Version
    private long version;

    private String language;
    private String title;
    private String phrases;
    private boolean named;

    @Enumerated(EnumType.STRING)
    private TopicState state;

    private int reopened;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "settled_by")
    private String settledBy;

    private String reason;

    @Column(name = "answer_id")
    private Long answerId;

    @Column(name = "draft_id")
    private Long draftId;

    @Column(name = "snoozed_until")
    private LocalDate snoozedUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    private boolean merged;

    @Column(name = "successor_id")
    private Long successorId;

    protected Topic() {}

    /** A topic that a person begins with questions of another one. */
    public Topic(Topic other, String title, String by, Instant at) {
        this.language = other.language;
        this.phrases = "";
        this.state = TopicState.OPEN;
        this.title = line(title);
        this.named = true;
        this.createdAt = at;
        this.changedAt = at;
        this.changedBy = by;
    }

    public void resolve(long answer, String by, Instant at) {
        settle(TopicState.RESOLVED, by, at);
        answerId = answer;
        draftId = null;
    }

    /** Somebody writes an answer to it, and is not done yet. */
    public void draft(long answer, String by, Instant at) {
        requireOpen();
        draftId = answer;
        changed(by, at);
    }

    /** @param why may be blank */
    public void dismiss(String why, String by, Instant at) {
        settle(TopicState.DISMISSED, by, at);
        reason = reason(why);
        answerId = null;
    }

    /** Takes a dismissal back. */
    public void restore(String by, Instant at) {
        require(state == TopicState.DISMISSED, TopicRefusedException.Reason.NOT_DISMISSED);
        open(by, at);
    }

    /** Takes a resolution back. */
    public void reopen(String by, Instant at) {
        require(state == TopicState.RESOLVED, TopicRefusedException.Reason.NOT_RESOLVED);
        open(by, at);
    }

    /** From now on it is called so, whatever is asked. */
    public void rename(String newTitle, String by, Instant at) {
        title = line(newTitle);
        named = true;
        changed(by, at);
    }

    private static String line(String title) {
        String line = PlainText.inOneLine(title);
        require(!line.isEmpty() && line.length() <= TITLE, TopicRefusedException.Reason.TITLE);
        return line;
    }

    /** It waits until that date. */
    public void snooze(LocalDate until, LocalDate today, String by, Instant at) {
        requireOpen();
        require(until != null && until.isAfter(today), TopicRefusedException.Reason.DATE);
        snoozedUntil = until;
        changed(by, at);
    }

    public void wake(String by, Instant at) {
        require(snoozedUntil != null, TopicRefusedException.Reason.NOT_SNOOZED);
        snoozedUntil = null;
        changed(by, at);
    }

    /** Its questions are the other's from now on, and so is its draft, where the other has none; and it is no more. */
    public void mergeInto(Topic other, String by, Instant at) {
        if (other.draftId == null) {
            other.draftId = draftId;
        }
        merged = true;
        successorId = other.id;
        changed(by, at);
    }

    /** Questions came to it, or left it, by a person's hand. */
    public void changed(String by, Instant at) {
        changedBy = by;
        changedAt = at;
    }

    /** @throws TopicChangedException where it is another version by now */
    public void requireVersion(long read) {
        if (merged || version != read) {
            throw changedMeanwhile();
        }
    }

    /** @throws TopicChangedException where it was merged into another one */
    public void requireThere() {
        if (merged) {
            throw changedMeanwhile();
        }
    }

    public void requireOpen() {
        require(state == TopicState.OPEN || state == TopicState.REOPENED, TopicRefusedException.Reason.NOT_OPEN);
    }

    /** What is kept of a reason; null where it is blank. */
    public static String reason(String why) {
        String text = PlainText.of(why);
        require(text.length() <= REASON, TopicRefusedException.Reason.REASON);
        return text.isEmpty() ? null : text;
    }

    private void settle(TopicState settled, String by, Instant at) {
        requireOpen();
        state = settled;
        settledBy = by;
        settledAt = at;
        snoozedUntil = null;
        changed(by, at);
    }

    private void open(String by, Instant at) {
        state = reopened > 0 ? TopicState.REOPENED : TopicState.OPEN;
        settledBy = null;
        settledAt = null;
        reason = null;
        answerId = null;
        changed(by, at);
    }

    private TopicChangedException changedMeanwhile() {
        return new TopicChangedException(id, state, changedBy, changedAt == null ? createdAt : changedAt);
    }

    private static void require(boolean condition, TopicRefusedException.Reason otherwise) {
        if (!condition) {
            throw new TopicRefusedException(otherwise);
        }
    }

    public Long id() {
        return id;
    }

    public String language() {
        return language;
    }

    public TopicState state() {
        return state;
    }

    /** What a person called it; empty where nobody has. */
    public Optional<String> name() {
        return named ? Optional.of(title) : Optional.empty();
    }

    public Optional<Long> answerId() {
        return Optional.ofNullable(answerId);
    }

    /** The answer that somebody has begun to write, as long as it is open. */
    public Optional<Long> draftId() {
        return Optional.ofNullable(draftId);
    }

    public Optional<LocalDate> snoozedUntil() {
        return Optional.ofNullable(snoozedUntil);
    }

    /** Of a dismissal; empty where none was given. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
