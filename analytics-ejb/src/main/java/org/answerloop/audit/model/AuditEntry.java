package org.answerloop.audit.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Something that somebody did. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_seq")
    @SequenceGenerator(name = "audit_entry_seq", sequenceName = "audit_entry_seq", allocationSize = 50)
    private Long id;

    @Column(name = "happened_at")
    private Instant at;

    private String who;
    private String action;
    private String subject;

    @Column(name = "before_it")
    private String before;

    @Column(name = "after_it")
    private String after;

    protected AuditEntry() {}

    /**
     * @param action a short stable word: {@code event.replayed}, {@code api_key.created} …
     * @param subject what it was done to, as a person knows it
     * @param before what was there; null where there was nothing
     * @param after what is there now; null where nothing is
     */
    public AuditEntry(Instant at, String who, String action, String subject, String before, String after) {
        this.at = at;
        this.who = who;
        this.action = action;
        this.subject = subject;
        this.before = before;
        this.after = after;
    }

    public Long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public String who() {
        return who;
    }

    public String action() {
        return action;
    }

    public String subject() {
        return subject;
    }

    /** What was there; null where there was nothing. */
    public String before() {
        return before;
    }

    /** What is there now; null where nothing is. */
    public String after() {
        return after;
    }
}
