package org.answerloop.answer.model;

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

/**
 * A question and what the customer agent may say to it. Writing makes a revision; publishing lets the agent read the
 * latest one, and until then it goes on reading the one before.
 */
@Entity
@Table(name = "short_answer")
public class ShortAnswer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "short_answer_seq")
    @SequenceGenerator(name = "short_answer_seq", sequenceName = "short_answer_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    private int revision;
    private String question;
    private String answer;
    private String language;

    @Column(name = "published_revision")
    private Integer publishedRevision;

    @Enumerated(EnumType.STRING)
    private AnswerState state;

    private String owner;

    @Column(name = "review_on")
    private LocalDate reviewOn;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected ShortAnswer() {}

    /** A draft without a revision yet; its author owns it. */
    public ShortAnswer(Wording wording, String by, Instant at) {
        this.state = AnswerState.DRAFT;
        this.owner = by;
        this.createdAt = at;
        this.createdBy = by;
        say(wording);
        changed(by, at);
    }

    /** The revision of what it says when it is first kept. */
    public AnswerRevision firstRevision() {
        revision = 1;
        return new AnswerRevision(id, revision, wording(), createdBy, createdAt, null);
    }

    /** @param restoredFrom the revision whose wording it is; null where it is new */
    public AnswerRevision revise(Wording wording, Integer restoredFrom, String by, Instant at) {
        requireLive();
        say(wording);
        revision++;
        changed(by, at);
        return new AnswerRevision(id, revision, wording, by, at, restoredFrom);
    }

    /** @param anotherEditor whether its author may not be the one who publishes it */
    public void publish(AnswerRevision latest, boolean anotherEditor, String by, Instant at) {
        requireLive();
        if (!hasDraft()) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.NOTHING_NEW);
        }
        if (anotherEditor && latest.writtenBy().equals(by)) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.OWN_TEXT);
        }
        latest.publish(by, at);
        publishedRevision = latest.number();
        state = AnswerState.PUBLISHED;
        changed(by, at);
    }

    /** From now on the agent does not read it. */
    public void archive(String by, Instant at) {
        requireLive();
        state = AnswerState.ARCHIVED;
        publishedRevision = null;
        changed(by, at);
    }

    /** It is a draft again. */
    public void takeOutOfTheArchive(String by, Instant at) {
        if (state != AnswerState.ARCHIVED) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.NOT_ARCHIVED);
        }
        state = AnswerState.DRAFT;
        changed(by, at);
    }

    /** @param reviewOn when somebody is to look whether it still holds; null for never */
    public void entrust(String newOwner, LocalDate reviewOnDate, String by, Instant at) {
        owner = newOwner;
        reviewOn = reviewOnDate;
        changed(by, at);
    }

    private void requireLive() {
        if (state == AnswerState.ARCHIVED) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.ARCHIVED);
        }
    }

    private void say(Wording wording) {
        question = wording.question();
        answer = wording.answer();
        language = wording.language();
    }

    private void changed(String by, Instant at) {
        changedBy = by;
        changedAt = at;
    }

    /** Whether the latest revision is one that the agent does not read. */
    public boolean hasDraft() {
        return publishedRevision == null || publishedRevision != revision;
    }

    public Long id() {
        return id;
    }

    /** Grows with every change: whoever changes it says which one they read. */
    public long version() {
        return version;
    }

    public int revision() {
        return revision;
    }

    /** The latest one. */
    public Wording wording() {
        return new Wording(question, answer, language);
    }

    public Optional<Integer> publishedRevision() {
        return Optional.ofNullable(publishedRevision);
    }

    public AnswerState state() {
        return state;
    }

    public String owner() {
        return owner;
    }

    public Optional<LocalDate> reviewOn() {
        return Optional.ofNullable(reviewOn);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String changedBy() {
        return changedBy;
    }
}
