package org.answerloop.event.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventReader;
import org.answerloop.event.model.EventReading;
import org.answerloop.event.model.EventResult;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.WARNING;

/**
 * Takes events in, whoever brings them. Chunk by chunk, each in a transaction of its own: when this returns, every event
 * that it calls accepted is stored. One bad event never costs the others.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class EventIntake {

    private static final System.Logger LOG = System.getLogger(EventIntake.class.getName());

    private static final int CHUNK = 500;

    /** Two senders of one event or one conversation can get in each other's way; the next time one of them is first. */
    private static final int ATTEMPTS = 4;

    @Inject
    private RecordEvents recording;

    @Inject
    private Inbox inbox;

    @Inject
    private Clock clock;

    /** Whether no event was ever taken. */
    public boolean isUntouched() {
        return inbox.isEmpty();
    }

    /**
     * @return what became of each event, in the given order
     * @throws IntakeUnavailableException when they cannot be stored at the moment; what came before is stored, and may
     *     be sent again
     */
    public List<EventResult> take(List<EventDocument> documents) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EventReader reader = new EventReader(now);
        List<EventResult> results = new ArrayList<>(documents.size());
        for (int from = 0; from < documents.size(); from += CHUNK) {
            List<EventReading> readings = documents.subList(from, Math.min(from + CHUNK, documents.size())).stream()
                    .map(reader::read)
                    .toList();
            results.addAll(store(readings, now));
        }
        return results;
    }

    private List<EventResult> store(List<EventReading> readings, Instant now) {
        EJBException failure = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return recording.record(readings, now);
            } catch (EJBException e) {
                failure = e;
            }
        }
        if (readings.size() == 1) {
            throw new IntakeUnavailableException(failure);
        }
        LOG.log(WARNING, "A chunk of events could not be stored; it is tried in halves.", failure);
        int half = readings.size() / 2;
        List<EventResult> results = new ArrayList<>(store(readings.subList(0, half), now));
        results.addAll(store(readings.subList(half, readings.size()), now));
        return results;
    }
}
