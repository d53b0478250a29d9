package org.answerloop.conversation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.answerloop.resolution.model.Finding;
import org.answerloop.resolution.model.Outcome;
import org.answerloop.resolution.model.Verdict;

/** The verdict as it was given; there is no way to change it. */
@Embeddable
public class FrozenVerdict {

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private Boolean deflected;

    @Column(name = "verdict_deadline")
    private Instant deadline;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "resolution_millis")
    private Long resolutionMillis;

    private Findings findings;

    protected FrozenVerdict() {}

    public FrozenVerdict(Verdict verdict, Instant decidedAt) {
        this.outcome = verdict.outcome();
        this.deflected = verdict.deflected();
        this.deadline = verdict.deadline();
        this.decidedAt = decidedAt;
        Duration timeToResolution = verdict.timeToResolution();
        this.resolutionMillis = timeToResolution == null ? null : timeToResolution.toMillis();
        this.findings = new Findings(verdict.findings());
    }

    public Outcome outcome() {
        return outcome;
    }

    public boolean isDeflected() {
        return deflected;
    }

    public Instant deadline() {
        return deadline;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Null unless resolved. */
    public Long resolutionMillis() {
        return resolutionMillis;
    }

    public List<Finding> findings() {
        return findings.list();
    }
}
