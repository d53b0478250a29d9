package org.answerloop.subscription.application;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.settings.Settings;
import org.answerloop.subscription.application.SubscriptionQueue.Claimed;
import org.answerloop.subscription.model.Letter;
import org.answerloop.subscription.model.MailFailure;
import org.answerloop.subscription.model.Subscription;
import org.answerloop.subscription.model.UndeliveredException;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

/**
 * Sends what has fallen due. Any number of servers may do it at once: what one has claimed, the others pass over. A mail is
 * sent once, but for one case: where a server dies in the moment between the mail server's word and its own commit.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class SendMails {

    private static final System.Logger LOG = System.getLogger(SendMails.class.getName());

    private SubscriptionQueue queue;
    private WriteLetter letters;
    private Postbox postbox;
    private PeopleOfTheServer people;
    private Settings settings;
    private Clock clock;

    /** For the container, which asks for it. */
    public SendMails() {}

    @Inject
    public SendMails(
            SubscriptionQueue queue,
            WriteLetter letters,
            Postbox postbox,
            PeopleOfTheServer people,
            Settings settings,
            Clock clock) {
        this.queue = queue;
        this.letters = letters;
        this.postbox = postbox;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** Works until there is nothing left to do. */
    public void run() {
        if (settings.mail().isEmpty()) {
            return;
        }
        String owner = UUID.randomUUID().toString();
        while (queue.fallDue()) {
            LOG.log(INFO, "More subscriptions fall due.");
        }
        for (Optional<Claimed> next = queue.claim(owner); next.isPresent(); next = queue.claim(owner)) {
            send(next.get(), owner);
        }
    }

    private void send(Claimed claimed, String owner) {
        Subscription subscription = claimed.subscription();
        long mail = claimed.mail().id();
        if (!isEntitled(subscription)) {
            LOG.log(INFO, "Subscription {0} lapses: {1} may not have it.", subscription.id(), subscription.person());
            queue.lapse(subscription.id(), mail);
            return;
        }
        try {
            Letter letter = letters.letter(subscription, claimed.mail());
            postbox.send(letter);
            queue.sent(mail, owner);
            LOG.log(INFO, "Mail {0} of subscription {1} is sent.", mail, subscription.id());
        } catch (UndeliveredException e) {
            LOG.log(WARNING, "Mail " + mail + " of subscription " + subscription.id() + " was not taken.", e);
            queue.failed(mail, owner, e.failure(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(WARNING, "Mail " + mail + " of subscription " + subscription.id() + " could not be made.", e);
            queue.failed(mail, owner, MailFailure.REPORTS, null);
        }
    }

    /** The server's own word, where it has one; otherwise the person was here lately. */
    private boolean isEntitled(Subscription subscription) {
        return people.mayTakeReportsAlong(subscription.person())
                .orElseGet(() -> subscription.isConfirmed(clock.instant()));
    }
}
