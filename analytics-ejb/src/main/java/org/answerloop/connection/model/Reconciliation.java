package org.answerloop.connection.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * How far a platform has been asked for what its webhooks have missed. A run compares a span of time, page by page; where
 * the server is killed, another goes on at the same page.
 */
@Entity
@Table(name = "reconciliation")
public class Reconciliation {

    /** What is younger is left to the webhooks, which may be on their way. */
    public static final Duration SETTLING = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 7;

    @Id
    @Column(name = "connection_id")
    private Long connectionId;

    @Version
    private long version;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "reached_at")
    private Instant reachedAt;

    @Column(name = "until_at")
    private Instant untilAt;

    @Enumerated(EnumType.STRING)
    private Stage stage = Stage.CONVERSATIONS;

    private int page = 1;
    private int compared;
    private int found;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "last_compared")
    private int lastCompared;

    @Column(name = "last_found")
    private int lastFound;

    @Enumerated(EnumType.STRING)
    private ReconciliationFault fault;

    @Column(name = "failed_at")
    private Instant failedAt;

    private int attempts;

    /** What is compared, one after the other. */
    public enum Stage {
        CONVERSATIONS,
        RATINGS
    }

    protected Reconciliation() {}

    /** @param since from which moment on webhooks may have been missed */
    public Reconciliation(long connectionId, Instant since, Instant now) {
        this.connectionId = connectionId;
        this.reachedAt = since;
        this.dueAt = now;
    }

    /** It is to be asked at once; where somebody is at it, that will do. */
    public void hurry(Instant now) {
        if (untilAt == null || fault != null) {
            dueAt = now;
        }
    }

    /** Somebody asks for the next page now; where nothing is heard of them by the end of the lease, it is somebody else's. */
    public void claim(Instant now, Duration lease) {
        if (untilAt == null) {
            untilAt = now.minus(SETTLING);
            stage = Stage.CONVERSATIONS;
            page = 1;
            compared = 0;
            found = 0;
        }
        forgetFailure();
        dueAt = now.plus(lease);
    }

    /**
     * A page has been compared.
     *
     * @param last whether it was the last one of its stage
     * @param interval until the next run, where this was the end of one
     */
    public void advance(boolean last, int conversations, int events, Instant now, Duration interval) {
        compared += conversations;
        found += events;
        attempts = 0;
        dueAt = now;
        if (!last) {
            page++;
        } else if (stage == Stage.CONVERSATIONS) {
            stage = Stage.RATINGS;
            page = 1;
        } else {
            finish(now, interval);
        }
    }

    private void forgetFailure() {
        fault = null;
        failedAt = null;
    }

    private void finish(Instant now, Duration interval) {
        reachedAt = untilAt.isAfter(reachedAt) ? untilAt : reachedAt;
        untilAt = null;
        finishedAt = now;
        lastCompared = compared;
        lastFound = found;
        dueAt = now.plus(interval);
    }

    /** It is asked for the same page again after a while, longer each time. */
    public void fail(ReconciliationFault why, Instant now) {
        fault = why;
        failedAt = now;
        dueAt = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS)));
        attempts++;
    }

    public Long connectionId() {
        return connectionId;
    }

    /** Counts its changes: who asked knows by it whether somebody else has taken over. */
    public long version() {
        return version;
    }

    /** The first moment that is compared. */
    public Instant since() {
        return reachedAt;
    }

    /** The first moment that is not compared by the run that is under way; null between two runs. */
    public Instant until() {
        return untilAt;
    }

    public Stage stage() {
        return stage;
    }

    /** From 1. */
    public int page() {
        return page;
    }

    /** When the platform is asked next. */
    public Instant dueAt() {
        return dueAt;
    }

    /** When the last run came to its end; empty where none has yet. */
    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** Whether somebody is at it, or about to be. */
    public boolean isUnderWay(Instant now) {
        return !dueAt.isAfter(now) || (untilAt != null && fault == null);
    }

    /** How many conversations the last run looked at. */
    public int compared() {
        return lastCompared;
    }

    /** How many events the last run found that no webhook had brought. */
    public int found() {
        return lastFound;
    }

    /** Why it could not go on the last time; empty where it could. */
    public Optional<ReconciliationFault> fault() {
        return Optional.ofNullable(fault);
    }

    public Instant failedAt() {
        return failedAt;
    }
}
