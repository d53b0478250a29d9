package org.answerloop.subscription.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

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

import org.answerloop.export.model.PageState;
import org.answerloop.wording.Language;

/** A page of the reports that a person gets by e-mail. */
@Entity
@Table(name = "subscription")
public class Subscription {

    /** So long a person may stay away before the server asks whether they still may have the reports. */
    public static final Duration ENTITLED_FOR = Duration.ofDays(31);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subscription_seq")
    @SequenceGenerator(name = "subscription_seq", sequenceName = "subscription_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    private String person;

    @Column(name = "mail_to")
    private String mailTo;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String page;
    private String home;

    @Enumerated(EnumType.STRING)
    private Rhythm rhythm;

    @Column(name = "day_of_week")
    private int dayOfWeek;

    @Column(name = "day_of_month")
    private int dayOfMonth;

    @Column(name = "hour_of_day")
    private int hourOfDay;

    @Enumerated(EnumType.STRING)
    private SubscriptionState state = SubscriptionState.ACTIVE;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "entitled_at")
    private Instant entitledAt;

    protected Subscription() {}

    /** @param zone the reporting zone, on whose clock it falls due */
    public Subscription(
            String person,
            Recipient to,
            Language language,
            PageState page,
            String home,
            Schedule schedule,
            Instant now,
            ZoneId zone) {
        this.person = person;
        this.mailTo = to.address();
        this.language = language;
        this.page = page.text();
        this.home = home;
        this.rhythm = schedule.rhythm();
        this.dayOfWeek = schedule.dayOfWeek().getValue();
        this.dayOfMonth = schedule.dayOfMonth();
        this.hourOfDay = schedule.hour();
        this.createdAt = now;
        this.entitledAt = now;
        this.nextAt = schedule.next(now, zone);
    }

    public void pause() {
        if (state == SubscriptionState.ACTIVE) {
            state = SubscriptionState.PAUSED;
        }
    }

    /** What fell due in the meantime is not sent. */
    public void resume(Instant now, ZoneId zone) {
        state = SubscriptionState.ACTIVE;
        entitledAt = now;
        nextAt = schedule().next(now, zone);
    }

    /** The server has seen that the person may have it. */
    public void confirm(Instant now) {
        entitledAt = now;
    }

    /** The person may not have it, or has not been seen for too long. */
    public void lapse() {
        state = SubscriptionState.LAPSED;
    }

    /** Whether the server has seen lately that the person may have it. */
    public boolean isConfirmed(Instant now) {
        return !entitledAt.plus(ENTITLED_FOR).isBefore(now);
    }

    /**
     * A mail falls due; those that fell due while no server ran are one.
     *
     * @return when it was due
     */
    public Instant fallDue(Instant now, ZoneId zone) {
        Instant due = nextAt;
        nextAt = schedule().next(now, zone);
        return due;
    }

    public boolean isOf(String name) {
        return person.equals(name);
    }

    public boolean isActive() {
        return state == SubscriptionState.ACTIVE;
    }

    public Long id() {
        return id;
    }

    public String person() {
        return person;
    }

    public Recipient to() {
        return new Recipient(mailTo);
    }

    public Language language() {
        return language;
    }

    public PageState page() {
        return PageState.parse(page);
    }

    /** Where the person found this server, without a slash at its end. */
    public String home() {
        return home;
    }

    public Schedule schedule() {
        return new Schedule(rhythm, DayOfWeek.of(dayOfWeek), dayOfMonth, hourOfDay);
    }

    public SubscriptionState state() {
        return state;
    }

    /** When the next mail falls due, where it is active. */
    public Instant nextAt() {
        return nextAt;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
