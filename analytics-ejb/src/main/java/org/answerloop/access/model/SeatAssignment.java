package org.answerloop.access.model;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A paid seat in somebody's hands, or that was. Seats are numbered from 1; those above the number bought open nothing. */
@Entity
@Table(name = "seat_assignment")
public class SeatAssignment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seat_assignment_seq")
    @SequenceGenerator(name = "seat_assignment_seq", sequenceName = "seat_assignment_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    private String login;
    private Integer seat;
    private String holder;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    @Column(name = "assigned_by")
    private String assignedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private String endedBy;

    protected SeatAssignment() {}

    /** @param seat a free one, from 1 */
    public SeatAssignment(int seat, String login, String assignedBy, Instant assignedAt) {
        this.seat = seat;
        this.login = login;
        this.holder = login;
        this.assignedBy = assignedBy;
        this.assignedAt = assignedAt;
    }

    /** The seat is free again. */
    public void end(String by, Instant at) {
        seat = null;
        holder = null;
        endedBy = by;
        endedAt = at;
    }

    /** Its holder moves up to a lower number that became free. */
    public void moveTo(int lower) {
        seat = lower;
    }

    public Long id() {
        return id;
    }

    public String login() {
        return login;
    }

    /** Its number; nothing once it was taken away. */
    public Optional<Integer> seat() {
        return Optional.ofNullable(seat);
    }

    /** Whether it is one of those that were bought. */
    public boolean isCoveredBy(int bought) {
        return seat != null && seat <= bought;
    }

    public Instant assignedAt() {
        return assignedAt;
    }

    public String assignedBy() {
        return assignedBy;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }
}
