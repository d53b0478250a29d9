package org.answerloop.event.application;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.BegunMeanwhileException;
import org.answerloop.event.model.EventReading;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.Problem;
import org.answerloop.kernel.FailureKind;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

/**
 * Stores a chunk of events whatever is among them. Where others are in the way it tries again, a little later each time;
 * where an event fails for good it is singled out by halves and refused, so that it stands in nobody's way; where the
 * database is away all wait.
 */
@ApplicationScoped
class ChunkStore {

    private static final System.Logger LOG = System.getLogger(ChunkStore.class.getName());

    /** Of one transaction. */
    private static final int ATTEMPTS = 5;

    /** Before the second attempt; twice as long before each one after it. */
    private static final int PAUSE_MILLIS = 10;

    @Inject
    private RecordEvents recording;

    /**
     * @return what became of each event, in the given order
     * @throws IntakeUnavailableException when they cannot be stored at the moment; some of them may be stored already
     */
    List<EventResult> store(List<EventReading> readings, Arrival arrival) {
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
            if (!isTriedAgain(kind, readings.size())) {
                break;
            }
            pause(attempt, failure);
        }
        if (kind == FailureKind.PASSING || kind == FailureKind.INSTALLATION) {
            // Halves would fail as well, and only hold the sender up.
            throw new IntakeUnavailableException(failure);
        }
        return readings.size() == 1
                ? List.of(refuse(readings.get(0), kind, failure, arrival))
                : inHalves(readings, arrival);
    }

    /** What fails for good is tried again only on its own, to be sure before it is refused. */
    private static boolean isTriedAgain(FailureKind kind, int size) {
        return kind.isWorthAnotherTry() || kind == FailureKind.LASTING && size == 1;
    }

    private List<EventResult> inHalves(List<EventReading> readings, Arrival arrival) {
        LOG.log(INFO, "{0} events could not be stored together; they are tried in halves.", readings.size());
        int half = readings.size() / 2;
        List<EventResult> results = new ArrayList<>(store(readings.subList(0, half), arrival));
        results.addAll(store(readings.subList(half, readings.size()), arrival));
        return results;
    }

    private EventResult refuse(EventReading reading, FailureKind kind, RuntimeException failure, Arrival arrival) {
        if (!reading.isAcceptable() || kind.goesBy()) {
            throw new IntakeUnavailableException(failure);
        }
        LOG.log(ERROR, "The event " + reading.id() + " of " + reading.source() + " cannot be stored.", failure);
        Problem problem = new Problem(
                Problem.UNSTORABLE,
                "",
                "This event cannot be stored; the server's log says why. It is kept in quarantine, and can be sent again"
                        + " from there once the cause is mended.");
        return store(List.of(reading.refused(problem)), arrival.unwitnessed()).get(0);
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
