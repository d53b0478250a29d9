package org.answerloop.subscription.application;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.answerloop.fixture.LocalPersistence;
import org.answerloop.settings.Settings;
import org.answerloop.subscription.model.MailFailure;

/** The queue as a server has it: each call is a transaction. */
class QueueInTransactions extends SubscriptionQueue {

    private final LocalPersistence persistence;
    private final Settings settings;
    private final Clock clock;

    QueueInTransactions(LocalPersistence persistence, Settings settings, Clock clock) {
        super(settings, clock);
        this.persistence = persistence;
        this.settings = settings;
        this.clock = clock;
    }

    private <T> T in(Function<SubscriptionQueue, T> deed) {
        return persistence.in(entityManager -> deed.apply(new SubscriptionQueue(entityManager, settings, clock)));
    }

    private void with(Consumer<SubscriptionQueue> deed) {
        in(queue -> {
            deed.accept(queue);
            return null;
        });
    }

    @Override
    public boolean fallDue() {
        return in(SubscriptionQueue::fallDue);
    }

    @Override
    public Optional<Claimed> claim(String owner) {
        return in(queue -> queue.claim(owner));
    }

    @Override
    public void sent(long mail, String owner) {
        with(queue -> queue.sent(mail, owner));
    }

    @Override
    public void failed(long mail, String owner, MailFailure why, String detail) {
        with(queue -> queue.failed(mail, owner, why, detail));
    }

    @Override
    public void lapse(long subscription, long mail) {
        with(queue -> queue.lapse(subscription, mail));
    }
}
