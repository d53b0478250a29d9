package org.answerloop.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Persistence;

import org.answerloop.conversation.application.ConversationRows;
import org.answerloop.conversation.infrastructure.ConversationTables;
import org.answerloop.conversation.model.Conversation;
import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.MessagePosted;
import org.answerloop.conversation.model.StatedMessage;
import org.answerloop.conversation.model.Taken;
import org.answerloop.event.model.AcceptableEvent;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventReader;
import org.answerloop.event.model.InboxEvent;
import org.answerloop.resolution.model.ResolutionPolicy;

/**
 * What one would write first: for every event a transaction that looks whether it is known, finds its conversation, lets
 * it take the event, and keeps both. In this process, with no server, no HTTP, no key and no tally between, so it
 * is faster than the same inside a server would be.
 */
final class OneByOne {

    private static final ResolutionPolicy POLICY = new ResolutionPolicy(Duration.ofHours(72));
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final Postgres postgres;

    OneByOne(Postgres postgres) {
        this.postgres = postgres;
    }

    /**
     * @param begin how many of each feed warm up
     * @param count how many of each feed are measured
     * @return events per second, one thread a feed
     */
    double measure(String database, List<Feed> feeds, int begin, int count) throws InterruptedException {
        Map<String, String> connection = Map.of(
                "jakarta.persistence.jdbc.url", postgres.url(database),
                "jakarta.persistence.jdbc.user", Postgres.USER,
                "jakarta.persistence.jdbc.password", Postgres.USER);
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("one-by-one", connection)) {
            run(factory, feeds, begin);
            return run(factory, feeds, count).rate();
        }
    }

    private static Progress run(EntityManagerFactory factory, List<Feed> feeds, int count) throws InterruptedException {
        Progress progress = new Progress();
        Parallel.run(feeds.stream()
                .map(feed -> (Callable<Void>) () -> {
                    take(factory, feed, count, progress);
                    return null;
                })
                .toList());
        return progress;
    }

    private static void take(EntityManagerFactory factory, Feed feed, int count, Progress progress) throws IOException {
        HeldConnection connection = new HeldConnection();
        ConversationRows rows = new ConversationTables(connection.asDataSource());
        for (String line : feed.next(count)) {
            Instant now = Clock.systemUTC().instant();
            AcceptableEvent event = new EventReader(now, Period.ofYears(10))
                    .read(new EventDocument(line.getBytes(StandardCharsets.UTF_8)))
                    .event();
            try (EntityManager entityManager = factory.createEntityManager()) {
                entityManager.getTransaction().begin();
                if (!isKnown(entityManager, event)) {
                    connection.hold(entityManager.unwrap(Connection.class));
                    take(entityManager, rows, event, now);
                }
                entityManager.getTransaction().commit();
            }
            progress.add(1);
        }
    }

    private static boolean isKnown(EntityManager entityManager, AcceptableEvent event) {
        return !entityManager
                .createQuery("select e.id from InboxEvent e where e.source = :source and e.eventId = :id", Long.class)
                .setParameter("source", event.source())
                .setParameter("id", event.id())
                .getResultList()
                .isEmpty();
    }

    private static void take(EntityManager entityManager, ConversationRows rows, AcceptableEvent event, Instant now) {
        ConversationKey key = event.conversation();
        Conversation conversation = entityManager
                .createQuery(
                        "select c from Conversation c where c.source = :source and c.externalId = :id",
                        Conversation.class)
                .setParameter("source", key.source())
                .setParameter("id", key.externalId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> new Conversation(key));
        Taken taken = conversation.take(List.of(event.event()), stated(conversation, rows, event), now, POLICY, GRACE);
        if (conversation.id() == null) {
            entityManager.persist(conversation);
        }
        entityManager.flush();
        rows.write(List.of(taken));
        if (conversation.isUncertain()) {
            conversation.lookUp(rows.course(), POLICY, GRACE);
        }
        boolean late = taken.lateness().get(0);
        entityManager.persist(new InboxEvent(event, conversation.id(), now, late, conversation.isRedacted(), null));
    }

    private static Map<String, StatedMessage> stated(
            Conversation conversation, ConversationRows rows, AcceptableEvent event) {
        return conversation.id() != null && event.event() instanceof MessagePosted posted
                ? rows.stated(Map.of(conversation.id(), Set.of(posted.messageId())))
                        .getOrDefault(conversation.id(), Map.of())
                : Map.of();
    }
}
