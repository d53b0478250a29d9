package org.answerloop.imports.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How far an import is, what became of what it has read, and how fast it is. */
@Embeddable
class ImportCourse {

    private static final double MILLIS = 1000;

    @Column(name = "place_position")
    private long position;

    @Column(name = "place_line")
    private long line = 1;

    @Column(name = "place_index")
    private long index;

    @Column(name = "place_context")
    private String context = "";

    private long accepted;
    private long duplicate;
    private long rejected;
    private long late;
    private long reported;

    @Column(name = "resumed_at")
    private Instant resumedAt;

    @Column(name = "resumed_position")
    private long resumedPosition;

    @Column(name = "resumed_events")
    private long resumedEvents;

    protected ImportCourse() {}

    /** The rate is measured from here. */
    void resume(Instant now) {
        resumedAt = now;
        resumedPosition = position;
        resumedEvents = counts().total();
    }

    void advance(Checkpoint reached, ImportCounts more, int problems) {
        ImportCounts sum = counts().plus(more);
        accepted = sum.accepted();
        duplicate = sum.duplicate();
        rejected = sum.rejected();
        late = sum.late();
        reported += problems;
        position = reached.position();
        line = reached.line();
        index = reached.index();
        context = reached.context();
    }

    void complete(long size) {
        position = size;
    }

    Checkpoint reached() {
        return new Checkpoint(position, line, index, context);
    }

    ImportCounts counts() {
        return new ImportCounts(accepted, duplicate, rejected, late);
    }

    long reported() {
        return reported;
    }

    Optional<Double> rate(Instant now) {
        return seconds(now).map(seconds -> (counts().total() - resumedEvents) / seconds);
    }

    Optional<Duration> remaining(long size, Instant now) {
        long read = position - resumedPosition;
        return read <= 0
                ? Optional.empty()
                : seconds(now)
                        .map(seconds -> Duration.ofMillis(Math.round(MILLIS * seconds * (size - position) / read)));
    }

    private Optional<Double> seconds(Instant now) {
        long millis = resumedAt == null ? 0 : Duration.between(resumedAt, now).toMillis();
        return millis <= 0 ? Optional.empty() : Optional.of(millis / MILLIS);
    }
}
