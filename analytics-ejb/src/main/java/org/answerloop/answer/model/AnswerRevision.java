package org.answerloop.answer.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** How an answer read once. Only its publication is added to it. */
@Entity
@Table(name = "short_answer_revision")
@IdClass(AnswerRevision.Key.class)
public class AnswerRevision {

    @Id
    @Column(name = "answer_id")
    private long answerId;

    @Id
    private int number;

    private String question;
    private String answer;
    private String language;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "written_by")
    private String writtenBy;

    @Column(name = "restored_from")
    private Integer restoredFrom;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    /** Of which answer, and the how manieth. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long answerId;
        private int number;

        protected Key() {}

        public Key(long answerId, int number) {
            this.answerId = answerId;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.answerId == answerId && key.number == number;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(answerId) * 31 + number;
        }
    }

    protected AnswerRevision() {}

    /** @param restoredFrom the number of the revision whose wording it brings back; null where it is new */
    public AnswerRevision(long answerId, int number, Wording wording, String by, Instant at, Integer restoredFrom) {
        this.answerId = answerId;
        this.number = number;
        this.question = wording.question();
        this.answer = wording.answer();
        this.language = wording.language();
        this.writtenBy = by;
        this.writtenAt = at;
        this.restoredFrom = restoredFrom;
    }

    void publish(String by, Instant at) {
        publishedBy = by;
        publishedAt = at;
    }

    public int number() {
        return number;
    }

    public Wording wording() {
        return new Wording(question, answer, language);
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public String writtenBy() {
        return writtenBy;
    }

    public Optional<Integer> restoredFrom() {
        return Optional.ofNullable(restoredFrom);
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<String> publishedBy() {
        return Optional.ofNullable(publishedBy);
    }
}
