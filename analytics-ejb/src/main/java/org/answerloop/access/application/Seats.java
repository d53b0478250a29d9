package org.answerloop.access.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Person;
import org.answerloop.access.model.Role;
import org.answerloop.access.model.SeatAssignment;
import org.answerloop.access.model.SeatOverview;
import org.answerloop.access.model.SeatPlan;
import org.answerloop.access.model.SeatRefusedException;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.settings.Settings;

/** Gives the paid seats and takes them away: one at a time, so never more than were bought. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Seats {

    /** Rows of the history: whoever asks for older ones looks into the record. */
    private static final int HISTORY = 200;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    public void assign(String login) {
        lockPlan();
        if (entityManager.find(Person.class, login) == null) {
            throw new SeatRefusedException(SeatRefusedException.Reason.UNKNOWN_PERSON);
        }
        List<SeatAssignment> held = held();
        if (held.stream().anyMatch(assignment -> assignment.login().equals(login))) {
            throw new SeatRefusedException(SeatRefusedException.Reason.HAS_ONE);
        }
        int seat = lowestFree(held).orElseThrow(() -> new SeatRefusedException(SeatRefusedException.Reason.NONE_FREE));
        entityManager.persist(new SeatAssignment(seat, login, caller(), now()));
        audit.record("seat.assigned", login, null, seatName(seat));
    }

    public void takeAway(String login) {
        lockPlan();
        List<SeatAssignment> held = held();
        SeatAssignment ended = held.stream()
                .filter(assignment -> assignment.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new SeatRefusedException(SeatRefusedException.Reason.HAS_NONE));
        int seat = ended.seat().orElseThrow();
        ended.end(caller(), now());
        entityManager.flush();
        held.stream()
                .filter(assignment -> !assignment.isCoveredBy(settings.seats()))
                .filter(assignment -> assignment != ended && seat <= settings.seats())
                .findFirst()
                .ifPresent(waiting -> waiting.moveTo(seat));
        audit.record("seat.taken_away", login, seatName(seat), null);
    }

    public SeatOverview overview() {
        Map<String, Person> people = entityManager
                .createQuery("select p from Person p order by p.login", Person.class)
                .getResultStream()
                .collect(Collectors.toMap(Person::login, Function.identity(), (one, other) -> one, TreeMap::new));
        List<SeatAssignment> held = held();
        Set<String> holders = held.stream().map(SeatAssignment::login).collect(Collectors.toSet());
        return new SeatOverview(
                settings.seats(),
                held.stream()
                        .map(assignment -> new SeatOverview.Held(
                                assignment, people.get(assignment.login()), assignment.isCoveredBy(settings.seats())))
                        .toList(),
                people.values().stream()
                        .filter(person -> !holders.contains(person.login()))
                        .toList());
    }

    /** The seats that changed hands, the latest first. */
    public List<SeatAssignment> history() {
        return entityManager
                .createQuery(
                        "select a from SeatAssignment a order by a.assignedAt desc, a.id desc", SeatAssignment.class)
                .setMaxResults(HISTORY)
                .getResultList();
    }

    private void lockPlan() {
        entityManager.find(SeatPlan.class, SeatPlan.ID, LockModeType.PESSIMISTIC_WRITE);
    }

    private List<SeatAssignment> held() {
        return entityManager
                .createQuery(
                        "select a from SeatAssignment a where a.seat is not null order by a.seat", SeatAssignment.class)
                .getResultList();
    }

    private Optional<Integer> lowestFree(List<SeatAssignment> held) {
        Set<Integer> taken = held.stream().flatMap(a -> a.seat().stream()).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, settings.seats())
                .filter(seat -> !taken.contains(seat))
                .boxed()
                .findFirst();
    }

    private static String seatName(int seat) {
        return "seat " + seat;
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
