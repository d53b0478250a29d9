package org.answerloop.subscription.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.export.application.ReportHandouts;
import org.answerloop.export.model.PageFilter;
import org.answerloop.export.model.PageState;
import org.answerloop.report.model.UnusableFilterException;
import org.answerloop.settings.MailSettings;
import org.answerloop.settings.Settings;
import org.answerloop.subscription.model.Recipient;
import org.answerloop.subscription.model.Subscription;
import org.answerloop.subscription.model.SubscriptionMail;
import org.answerloop.subscription.model.UnusableSubscriptionException;
import org.answerloop.subscription.model.UnusableSubscriptionException.Reason;

/** The subscriptions, each person's own. */
@Stateless
@RolesAllowed({Role.MANAGER, Role.ADMINISTRATOR})
public class Subscriptions {

    /** So many a person can have. */
    private static final int MOST = 20;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private ReportHandouts handouts;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /** Whether this server was told how to send mail. */
    public boolean areAvailable() {
        return settings.mail().isPresent();
    }

    /** @throws UnusableSubscriptionException where it cannot be had like this */
    public SubscriptionView create(SubscriptionWish wish) {
        MailSettings mail = settings.mail().orElseThrow(() -> new UnusableSubscriptionException(Reason.NO_MAIL));
        Recipient to = new Recipient(wish.to());
        if (!to.isAmong(mail.domains())) {
            throw new UnusableSubscriptionException(Reason.DOMAIN);
        }
        if (ofCaller().size() >= MOST) {
            throw new UnusableSubscriptionException(Reason.MANY);
        }
        Subscription subscription = new Subscription(
                caller(),
                to,
                wish.language(),
                moving(wish.page()),
                wish.home(),
                wish.schedule(),
                now(),
                settings.zone());
        entityManager.persist(subscription);
        entityManager.flush();
        audit.record(
                "subscription.created",
                subject(subscription),
                null,
                subscription.page().text());
        return SubscriptionView.of(subscription, Optional.empty());
    }

    /** The page as it is kept: its dates go with the time where they are of a period that does. */
    public PageState moving(PageState page) {
        try {
            PageState known = page.only(PageFilter.PARAMETERS);
            PageFilter filter = handouts.filter(known);
            filter.filter();
            PageState moving = filter.moving();
            if (moving.text().length() > PageState.LONGEST) {
                throw new UnusableSubscriptionException(Reason.PAGE);
            }
            return moving;
        } catch (UnusableFilterException e) {
            throw new UnusableSubscriptionException(Reason.PAGE);
        }
    }

    /** Those of the caller, the latest first. */
    public List<SubscriptionView> list() {
        return ofCaller().stream()
                .map(subscription -> SubscriptionView.of(subscription, lastMail(subscription)))
                .toList();
    }

    public void pause(long id) {
        Subscription subscription = lock(id);
        subscription.pause();
        audit.record("subscription.paused", subject(subscription), null, null);
    }

    public void resume(long id) {
        Subscription subscription = lock(id);
        subscription.resume(now(), settings.zone());
        audit.record("subscription.resumed", subject(subscription), null, null);
    }

    /** Takes it away with its mails. */
    public void remove(long id) {
        Subscription subscription = lock(id);
        entityManager
                .createQuery("delete from SubscriptionMail m where m.subscriptionId = :id")
                .setParameter("id", id)
                .executeUpdate();
        entityManager.remove(subscription);
        audit.record(
                "subscription.removed",
                subject(subscription),
                subscription.page().text(),
                null);
    }

    /** A mail falls due now, besides the others. */
    public void sendNow(long id) {
        Subscription subscription = lock(id);
        if (!areAvailable()) {
            throw new UnusableSubscriptionException(Reason.NO_MAIL);
        }
        entityManager.persist(new SubscriptionMail(id, now(), now()));
        audit.record("subscription.sent_now", subject(subscription), null, null);
    }

    private Optional<SubscriptionMail> lastMail(Subscription subscription) {
        return entityManager
                .createQuery("""
                        select m
                          from SubscriptionMail m
                         where m.subscriptionId = :id
                         order by m.dueAt desc""", SubscriptionMail.class)
                .setParameter("id", subscription.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private List<Subscription> ofCaller() {
        return entityManager
                .createQuery("""
                        select s
                          from Subscription s
                         where s.person = :person
                         order by s.createdAt desc, s.id desc""", Subscription.class)
                .setParameter("person", caller())
                .getResultList();
    }

    private Subscription lock(long id) {
        Subscription subscription = entityManager.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (subscription == null || !subscription.isOf(caller())) {
            throw new UnusableSubscriptionException(Reason.UNKNOWN);
        }
        return subscription;
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }

    private static String subject(Subscription subscription) {
        return subscription.schedule().rhythm() + " " + subscription.to().address();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
