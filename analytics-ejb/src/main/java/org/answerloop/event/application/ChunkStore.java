package org.answerloop.event.application;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.BegunMeanwhileException;
import org.answerloop.event.model.EventReading;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.Problem;
import org.answerloop.kernel.FailureKind;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

/**
 * Stores a chunk of events whatever is among them. Where others are in the way it tries again, a little later each time;
 * where an event fails for good it is singled out by halves and refused, so that it stands in nobody's way; where the
 * database is away all wait.
 */
@ApplicationScoped
class ChunkStore {

    private static final System.Logger LOG = System.getLogger(ChunkStore.class.getName());

    /** Of one transaction that others are in the way of. */
    private static final int ATTEMPTS = 5;

    /** Of an event alone that fails for good, to be sure before it is refused. */
    private static final int ATTEMPTS_OF_ONE = 2;

    /** Before the second attempt; twice as long before each one after it. */
    private static final int PAUSE_MILLIS = 10;

    @Inject
    private RecordEvents recording;

    /**
     * @return what became of each event, in the given order
     * @throws IntakeUnavailableException when they cannot be stored at the moment; some of them may be stored already
     */
    List<EventResult> store(List<EventReading> readings, Arrival arrival) {
        return store(readings, arrival, new AtomicInteger());
    }

    private List<EventResult> store(List<EventReading> readings, Arrival arrival, AtomicInteger refused) {
        RuntimeException failure = null;
        FailureKind kind = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return recording.record(readings, arrival);
            } catch (StoredMeanwhileException | BegunMeanwhileException e) {
                failure = e;
                kind = FailureKind.COLLISION;
            } catch (EJBException e) {
                failure = e;
                kind = FailureKind.of(e);
            }
            if (attempt >= attempts(kind, readings.size())) {
                break;
            }
            pause(attempt, failure);
        }
        if (kind == FailureKind.PASSING || kind == FailureKind.INSTALLATION) {
            // Halves would fail as well, and only hold the sender up.
            throw new IntakeUnavailableException(failure);
        }
        return readings.size() == 1
                ? List.of(refuse(readings.get(0), kind, failure, arrival, refused))
                : inHalves(readings, arrival, refused);
    }

    private static int attempts(FailureKind kind, int size) {
        if (kind.isWorthAnotherTry()) {
            return ATTEMPTS;
        }
        return kind == FailureKind.LASTING && size == 1 ? ATTEMPTS_OF_ONE : 1;
    }

    private List<EventResult> inHalves(List<EventReading> readings, Arrival arrival, AtomicInteger refused) {
        LOG.log(DEBUG, "{0} events could not be stored together; they are tried in halves.", readings.size());
        int half = readings.size() / 2;
        List<EventResult> results = new ArrayList<>(store(readings.subList(0, half), arrival, refused));
        results.addAll(store(readings.subList(half, readings.size()), arrival, refused));
        return results;
    }

    private EventResult refuse(
            EventReading reading, FailureKind kind, RuntimeException failure, Arrival arrival, AtomicInteger refused) {
        if (!reading.isAcceptable() || kind.goesBy()) {
            throw new IntakeUnavailableException(failure);
        }
        String what = "The event " + reading.id() + " of " + reading.source() + " cannot be stored.";
        // Of many that came together the first says why: the others mostly fail of the same.
        LOG.log(ERROR, what, refused.getAndIncrement() == 0 ? failure : null);
        Problem problem = new Problem(
                Problem.UNSTORABLE,
                "",
                "This event cannot be stored; the server's log says why. It is kept in quarantine, and can be sent again"
                        + " from there once the cause is mended.");
        return store(List.of(reading.refused(problem)), arrival.unwitnessed(), refused)
                .get(0);
    }

    /** Longer each time, and not equally long for everybody. */
    private static void pause(int attempt, RuntimeException failure) {
        int longest = PAUSE_MILLIS << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(longest / 2, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailableException(failure);
        }
    }
}
