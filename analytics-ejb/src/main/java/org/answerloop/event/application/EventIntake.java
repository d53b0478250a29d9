package org.answerloop.event.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.access.application.KeyUses;
import org.answerloop.access.model.Grant;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventReader;
import org.answerloop.event.model.EventReading;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.Problem;
import org.answerloop.event.model.SenderRights;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/**
 * Takes events in, whoever brings them. Chunk by chunk, each in a transaction of its own: when this returns, every event
 * that it calls accepted is stored. One bad event never costs the others.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class EventIntake {

    private static final int CHUNK = 500;

    private static final long CHUNK_BYTES = 2L * 1_048_576;

    @Inject
    private ChunkStore chunks;

    @Inject
    private Inbox inbox;

    @Inject
    private KeyUses keys;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Whether no event was ever taken. */
    public boolean isUntouched() {
        return inbox.isEmpty();
    }

    /** As {@link #take(List, Grant)}, for what the server sends itself. */
    public List<EventResult> take(List<EventDocument> documents) {
        return take(documents, Grant.HOUSE);
    }

    /**
     * @param grant of whoever brings them: what it does not cover is refused and kept nowhere
     * @return what became of each event, in the given order
     * @throws IntakeUnavailableException when they cannot be stored at the moment; what came before is stored, and may
     *     be sent again
     */
    public List<EventResult> take(List<EventDocument> documents, Grant grant) {
        return take(documents, grant, ConversationWitness.NOBODY);
    }

    /**
     * As {@link #take(List, Grant)}.
     *
     * @param witness is told of the conversations in the transactions that take their events in
     */
    public List<EventResult> take(List<EventDocument> documents, Grant grant, ConversationWitness witness) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EventReader reader = new EventReader(now, settings.eventHorizon());
        List<EventResult> results = new ArrayList<>(documents.size());
        int from = 0;
        while (from < documents.size()) {
            int to = endOfChunk(documents, from);
            List<EventReading> readings =
                    documents.subList(from, to).stream().map(reader::read).toList();
            results.addAll(storeCovered(readings, new Arrival(grant, witness, now)));
            from = to;
        }
        noteRefused(results, grant, now);
        return results;
    }

    /** As many as are taken in one transaction: what is read of them is several times as large as they are. */
    private static int endOfChunk(List<EventDocument> documents, int from) {
        long bytes = 0;
        int to = from;
        while (to < documents.size() && to - from < CHUNK && (to == from || bytes < CHUNK_BYTES)) {
            bytes += documents.get(to).json().length;
            to++;
        }
        return to;
    }

    /**
     * Takes those events whose source and id are not known yet. What is known is left out whatever it says: who is asked a
     * second time may say it in other words, and that is no conflict.
     *
     * @return what became of those that were not known
     */
    public List<EventResult> takeUnknown(List<EventDocument> documents, Grant grant) {
        EventReader reader = new EventReader(clock.instant(), settings.eventHorizon());
        Map<String, Map<String, EventDocument>> bySource = new LinkedHashMap<>();
        for (EventDocument document : documents) {
            // Read once more when it is taken: what is read of all of them at once would be too much to hold.
            EventReading reading = reader.read(document);
            bySource.computeIfAbsent(String.valueOf(reading.source()), source -> new LinkedHashMap<>())
                    .put(String.valueOf(reading.id()), document);
        }
        bySource.keySet().stream().filter(grant.sources()::covers).forEach(source -> {
            Map<String, EventDocument> byId = bySource.get(source);
            List<String> ids = List.copyOf(byId.keySet());
            for (int from = 0; from < ids.size(); from += CHUNK) {
                byId.keySet()
                        .removeAll(inbox.fingerprints(source, ids.subList(from, Math.min(from + CHUNK, ids.size())))
                                .keySet());
            }
        });
        return take(
                bySource.values().stream()
                        .flatMap(byId -> byId.values().stream())
                        .toList(),
                grant);
    }

    /** Of what the grant does not cover not even the quarantine learns: it would be in the way of those whom it concerns. */
    private List<EventResult> storeCovered(List<EventReading> readings, Arrival arrival) {
        SenderRights rights = new SenderRights(arrival.grant());
        List<Optional<Problem>> refusals =
                readings.stream().map(rights::problem).toList();
        List<EventReading> covered = IntStream.range(0, readings.size())
                .filter(i -> refusals.get(i).isEmpty())
                .mapToObj(readings::get)
                .toList();
        Iterator<EventResult> stored = covered.isEmpty()
                ? Collections.emptyIterator()
                : chunks.store(covered, arrival).iterator();
        List<EventResult> results = new ArrayList<>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            String id = readings.get(i).id();
            results.add(refusals.get(i)
                    .map(problem -> EventResult.rejected(id, problem))
                    .orElseGet(stored::next));
        }
        return results;
    }

    private void noteRefused(List<EventResult> results, Grant grant, Instant now) {
        int refused = (int) results.stream()
                .filter(result -> SenderRights.isLackOfRight(result.problem()))
                .count();
        if (refused > 0 && grant.keyId() != null) {
            keys.noteRefused(grant.keyId(), refused, now);
        }
    }
}
