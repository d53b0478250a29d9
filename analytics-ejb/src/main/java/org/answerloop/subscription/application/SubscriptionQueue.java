package org.answerloop.subscription.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.settings.Settings;
import org.answerloop.subscription.model.MailFailure;
import org.answerloop.subscription.model.Subscription;
import org.answerloop.subscription.model.SubscriptionMail;

/** Which mails are to be sent, and who sends them; each call is a short transaction of its own. */
@Stateless
public class SubscriptionQueue {

    /** Longer than making the file and handing it over may take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int AT_A_TIME = 50;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    private Settings settings;
    private Clock clock;

    /** For the container, which asks for it. */
    public SubscriptionQueue() {}

    @Inject
    public SubscriptionQueue(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    SubscriptionQueue(EntityManager entityManager, Settings settings, Clock clock) {
        this(settings, clock);
        this.entityManager = entityManager;
    }

    /** Mails to be sent, and the subscription of each. */
    public record Claimed(SubscriptionMail mail, Subscription subscription) {}

    /** Makes a mail of every subscription that has fallen due. @return whether there may be more of them */
    public boolean fallDue() {
        Instant now = now();
        List<Long> due = ids(String.format(Locale.ROOT, """
                select id
                  from subscription
                 where state = 'ACTIVE'
                   and next_at <= ?1
                 order by next_at, id
                 limit %d
                   for update skip locked""", AT_A_TIME), now);
        for (long id : due) {
            Subscription subscription = entityManager.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE);
            Instant dueAt = subscription.fallDue(now, settings.zone());
            entityManager.persist(new SubscriptionMail(id, dueAt, now));
        }
        return due.size() == AT_A_TIME;
    }

    /** Takes the mail that has waited longest. */
    public Optional<Claimed> claim(String owner) {
        Instant now = now();
        for (long id : ids("""
                select id
                  from subscription_mail
                 where state = 'WAITING'
                   and next_try_at <= ?1
                   and (lease_owner is null or lease_until < ?1)
                 order by next_try_at, id
                 limit 1
                   for update skip locked""", now)) {
            SubscriptionMail mail = lock(id);
            Subscription subscription = entityManager.find(Subscription.class, mail.subscriptionId());
            if (mail.isExhausted()) {
                mail.giveUp();
                return claim(owner);
            }
            mail.claim(owner, now, LEASE);
            return Optional.of(new Claimed(mail, subscription));
        }
        return Optional.empty();
    }

    public void sent(long mail, String owner) {
        found(mail).ifPresent(locked -> locked.sent(owner, now()));
    }

    public void failed(long mail, String owner, MailFailure why, String detail) {
        found(mail).ifPresent(locked -> locked.failed(owner, why, detail, now()));
    }

    /** The person may not have it any more: nor this mail, nor those to come. */
    public void lapse(long subscription, long mail) {
        Optional.ofNullable(entityManager.find(Subscription.class, subscription, LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(Subscription::lapse);
        found(mail).ifPresent(SubscriptionMail::giveUp);
    }

    /** Jakarta Persistence has no words for "skip locked" before 3.2, so this is SQL. */
    private List<Long> ids(String sql, Instant now) {
        @SuppressWarnings("unchecked")
        List<Number> ids = entityManager
                .createNativeQuery(sql)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }

    private Optional<SubscriptionMail> found(long mail) {
        return Optional.ofNullable(lock(mail));
    }

    private SubscriptionMail lock(long mail) {
        return entityManager.find(SubscriptionMail.class, mail, LockModeType.PESSIMISTIC_WRITE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
