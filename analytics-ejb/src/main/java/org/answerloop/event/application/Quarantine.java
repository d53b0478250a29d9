package org.answerloop.event.application;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

import org.answerloop.access.model.Grant;
import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.event.model.AlreadySettledException;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventReader;
import org.answerloop.event.model.EventReading;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.LateEvent;
import org.answerloop.event.model.QuarantineState;
import org.answerloop.event.model.QuarantinedEvent;
import org.answerloop.event.model.RefusedEvent;
import org.answerloop.event.model.SourceActivity;
import org.answerloop.kernel.PageCursor;
import org.answerloop.settings.Settings;

/** What an administrator sees of the events, and does about those that were refused. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Quarantine {

    /** The most rows of one page. */
    public static final int LONGEST_PAGE = 200;

    /** Later than whatever a table holds. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private RecordEvents recording;

    @Inject
    private IntakeTallies tallies;

    @Inject
    private AuditTrail audit;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /**
     * A page of a list, the latest first.
     *
     * @param next asks for the page after it; null on the last one
     */
    public record Page<T>(List<T> rows, String next) {}

    /** Every source that ever sent something, with what became of it. */
    public List<SourceActivity> sources() {
        return tallies.bySource();
    }

    /** @param cursor {@link Page#next()} of the page before; null for the first */
    public Page<RefusedEvent> refused(QuarantineState state, String cursor, int limit) {
        TypedQuery<RefusedEvent> query = after(cursor, entityManager.createQuery("""
                        select new org.answerloop.event.model.RefusedEvent(
                               e.id, e.source, e.eventId, e.receivedAt, e.code, e.pointer, e.detail, e.state,
                               e.settledAt, e.settledBy, e.keyId)
                          from QuarantinedEvent e
                         where e.state = :state
                           and (e.receivedAt < :moment or (e.receivedAt = :moment and e.id < :id))
                         order by e.receivedAt desc, e.id desc""", RefusedEvent.class));
        List<RefusedEvent> found = query.setParameter("state", state)
                .setMaxResults(size(limit) + 1)
                .getResultList();
        return page(found, size(limit), last -> new PageCursor(last.receivedAt(), String.valueOf(last.id())));
    }

    /** Those that came after the verdict that they would have belonged to. */
    public Page<LateEvent> late(String cursor, int limit) {
        TypedQuery<LateEvent> query = after(cursor, entityManager.createQuery("""
                        select new org.answerloop.event.model.LateEvent(
                               e.id, e.source, e.eventId, e.type, e.occurredAt, e.receivedAt, e.conversationId,
                               c.externalId, e.keyId)
                          from InboxEvent e, Conversation c
                         where e.late = true
                           and c.id = e.conversationId
                           and (e.receivedAt < :moment or (e.receivedAt = :moment and e.id < :id))
                         order by e.receivedAt desc, e.id desc""", LateEvent.class));
        List<LateEvent> found = query.setMaxResults(size(limit) + 1).getResultList();
        return page(found, size(limit), last -> new PageCursor(last.receivedAt(), String.valueOf(last.id())));
    }

    /** How many refused events wait for somebody. */
    public long open() {
        return entityManager
                .createQuery("select count(e) from QuarantinedEvent e where e.state = :state", Long.class)
                .setParameter("state", QuarantineState.OPEN)
                .getSingleResult();
    }

    public Optional<QuarantinedEvent> find(long id) {
        return Optional.ofNullable(entityManager.find(QuarantinedEvent.class, id));
    }

    /**
     * Sends an event again, mended or as it is where the cause lay elsewhere. Where it is refused again nothing changes.
     *
     * @param json the event as it is to be taken now
     * @throws AlreadySettledException when somebody else has settled it in the meantime
     */
    public EventResult replay(long id, String json) {
        QuarantinedEvent refused = claimed(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EventReading reading = new EventReader(now, settings.eventHorizon())
                .read(new EventDocument(json.getBytes(StandardCharsets.UTF_8)));
        if (!reading.isAcceptable()) {
            return EventResult.rejected(reading.id(), reading.problem());
        }
        refused.replayed(caller(), now);
        EventResult result = recording
                .record(
                        List.of(reading),
                        new Arrival(
                                Grant.ofTheHouse(caller()).throughKey(refused.keyId()),
                                ConversationWitness.NOBODY,
                                now))
                .get(0);
        if (result.status() == EventResult.Status.REJECTED) {
            session.setRollbackOnly();
        } else {
            audit.record("event.replayed", subject(refused), before(refused), reading.source() + " " + reading.id());
        }
        return result;
    }

    /** @throws AlreadySettledException when somebody else has settled it in the meantime */
    public void discard(long id) {
        QuarantinedEvent refused = claimed(id);
        refused.discard(caller(), clock.instant());
        audit.record("event.discarded", subject(refused), before(refused), null);
    }

    /** Of two administrators at once the second waits for the first, and learns what became of it. */
    private QuarantinedEvent claimed(long id) {
        return Optional.ofNullable(entityManager.find(QuarantinedEvent.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(UnknownEventException::new);
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }

    private static String subject(QuarantinedEvent event) {
        return "quarantine/" + event.id();
    }

    /** The problem and not the text: the record is never changed, so what a person may ask us to forget is not in it. */
    private static String before(QuarantinedEvent event) {
        return event.problem().code() + " " + event.problem().pointer();
    }

    private static <T> TypedQuery<T> after(String cursor, TypedQuery<T> query) {
        Optional<PageCursor> position = Optional.ofNullable(cursor).map(PageCursor::parse);
        return query.setParameter("moment", position.map(PageCursor::moment).orElse(END_OF_TIME))
                .setParameter("id", position.map(PageCursor::number).orElse(Long.MAX_VALUE));
    }

    private static int size(int limit) {
        return Math.max(1, Math.min(limit, LONGEST_PAGE));
    }

    private static <T> Page<T> page(List<T> found, int size, Function<T, PageCursor> cursor) {
        boolean more = found.size() > size;
        List<T> rows = List.copyOf(found.subList(0, Math.min(size, found.size())));
        return new Page<>(rows, more ? cursor.apply(rows.get(size - 1)).text() : null);
    }
}
