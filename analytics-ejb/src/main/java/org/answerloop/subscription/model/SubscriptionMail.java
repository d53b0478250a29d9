package org.answerloop.subscription.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.answerloop.kernel.Lease;

/**
 * One mail of a subscription. Who sends it holds a lease, so that it is one at a time; where a server is killed after the
 * mail server took the mail and before that was written down, it is sent again, with the same id.
 */
@Entity
@Table(name = "subscription_mail")
public class SubscriptionMail {

    /** How long after each failure it is tried again; after the last it is given up. */
    private static final List<Duration> BACK_OFF = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));

    private static final int DETAIL = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subscription_mail_seq")
    @SequenceGenerator(name = "subscription_mail_seq", sequenceName = "subscription_mail_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    @Column(name = "subscription_id")
    private long subscriptionId;

    @Column(name = "due_at")
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private MailState state = MailState.WAITING;

    private int attempts;

    @Column(name = "next_try_at")
    private Instant nextTryAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Enumerated(EnumType.STRING)
    private MailFailure failure;

    @Column(name = "failure_detail")
    private String failureDetail;

    @Embedded
    private Lease lease;

    protected SubscriptionMail() {}

    public SubscriptionMail(long subscriptionId, Instant dueAt, Instant now) {
        this.subscriptionId = subscriptionId;
        this.dueAt = dueAt;
        this.nextTryAt = now;
    }

    /** From now on the owner sends it. A try counts as soon as it begins: one that kills the server is one too. */
    public void claim(String owner, Instant now, Duration time) {
        attempts++;
        lease = Lease.of(owner, now, time);
    }

    /** Whether it was tried often enough. */
    public boolean isExhausted() {
        return attempts > BACK_OFF.size();
    }

    /** The mail server has taken it. */
    public void sent(String owner, Instant now) {
        if (Lease.isHeldBy(owner, lease)) {
            state = MailState.SENT;
            sentAt = now;
            failure = null;
            failureDetail = null;
            lease = null;
        }
    }

    /** It is tried again later, unless it was tried often enough. */
    public void failed(String owner, MailFailure why, String detail, Instant now) {
        if (Lease.isHeldBy(owner, lease)) {
            failure = why;
            failureDetail = detail == null || detail.length() <= DETAIL ? detail : detail.substring(0, DETAIL);
            nextTryAt = now.plus(BACK_OFF.get(Math.min(attempts, BACK_OFF.size()) - 1));
            if (isExhausted()) {
                state = MailState.GIVEN_UP;
            }
            lease = null;
        }
    }

    public void giveUp() {
        state = MailState.GIVEN_UP;
        lease = null;
    }

    public Long id() {
        return id;
    }

    public long subscriptionId() {
        return subscriptionId;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public MailState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    /** When it is tried again, while it waits. */
    public Instant nextTryAt() {
        return nextTryAt;
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** Why the latest try failed. */
    public Optional<MailFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /** What the mail server said. */
    public Optional<String> failureDetail() {
        return Optional.ofNullable(failureDetail);
    }
}
