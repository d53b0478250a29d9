package org.answerloop.event.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Grant;
import org.answerloop.conversation.application.ConversationRecorder;
import org.answerloop.conversation.application.Recorded;
import org.answerloop.conversation.application.Told;
import org.answerloop.conversation.model.ConversationRedacted;
import org.answerloop.conversation.model.QuestionUnanswered;
import org.answerloop.event.model.AcceptableEvent;
import org.answerloop.event.model.EventReading;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.InboxEvent;
import org.answerloop.event.model.IntakeCounts;
import org.answerloop.event.model.Problem;
import org.answerloop.event.model.QuarantinedEvent;
import org.answerloop.gap.application.AskedQuestion;
import org.answerloop.gap.application.DerivationQueue;
import org.answerloop.gap.application.RecordQuestions;

/**
 * Keeping an event in the inbox and doing what it says, in one transaction: they happen together or not at all. The
 * intake brings no transaction, so each of its chunks has one of its own; whoever brings one is part of it.
 */
@Stateless
public class RecordEvents {

    @Inject
    private Inbox inbox;

    @Inject
    private ConversationRecorder conversations;

    @Inject
    private RecordQuestions questions;

    @Inject
    private DerivationQueue derivations;

    @Inject
    private IntakeTallies tallies;

    @Inject
    private RedactionRecord redactions;

    /**
     * @param arrival that its grant covers them has been looked at
     * @return what became of each event, in the given order
     */
    public List<EventResult> record(List<EventReading> readings, Arrival arrival) {
        Set<String> ruled = derivations.ruledSources();
        KnownEvents known = knownAmong(readings);
        EventResult[] results = new EventResult[readings.size()];
        ChunkTally tally = new ChunkTally();
        List<AcceptableEvent> fresh = new ArrayList<>();
        List<QuarantinedEvent> refused = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            EventReading reading = known.compare(readings.get(i));
            if (!reading.isAcceptable()) {
                refused.add(new QuarantinedEvent(
                        reading, arrival.at(), arrival.grant().keyId()));
                tally.add(reading.source(), IntakeCounts.oneRejected(reading.problem()));
                results[i] = EventResult.rejected(reading.id(), reading.problem());
            } else if (known.add(reading.event())) {
                fresh.add(reading.event());
                places.add(i);
            } else {
                tally.add(reading.source(), IntakeCounts.oneDuplicate());
                results[i] = EventResult.duplicate(reading.id());
            }
        }
        List<Recorded> recorded = apply(fresh, arrival.grant(), arrival.at(), tally);
        arrival.witness().told(conversationsOf(recorded));
        for (int i = 0; i < fresh.size(); i++) {
            results[places.get(i)] =
                    EventResult.accepted(fresh.get(i).id(), recorded.get(i).late());
        }
        inbox.quarantine(refused);
        tallies.add(tally.bySource(), arrival.at());
        noteAgain(recorded, ruled);
        return List.of(results);
    }

    /** For sources that were decided of meanwhile; whoever follows a decision waits for this transaction. */
    private void noteAgain(List<Recorded> recorded, Set<String> ruled) {
        if (!recorded.isEmpty() && !derivations.ruledSources().equals(ruled)) {
            derivations.add(conversationsOf(recorded));
        }
    }

    private static Set<Long> conversationsOf(List<Recorded> recorded) {
        return recorded.stream().map(Recorded::conversationId).collect(Collectors.toSet());
    }

    private List<Recorded> apply(List<AcceptableEvent> events, Grant grant, Instant receivedAt, ChunkTally tally) {
        List<Recorded> recorded = conversations.record(
                events.stream()
                        .map(event -> new Told(event.conversation(), event.event()))
                        .toList(),
                receivedAt);
        List<InboxEvent> kept = new ArrayList<>(events.size());
        List<AskedQuestion> asked = new ArrayList<>();
        Set<Long> inOtherLanguage = new HashSet<>();
        Set<Long> redacted = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            AcceptableEvent event = events.get(i);
            Recorded where = recorded.get(i);
            tally.add(event.source(), IntakeCounts.oneAccepted(where.late()));
            if (where.inOtherLanguage()) {
                inOtherLanguage.add(where.conversationId());
            }
            kept.add(new InboxEvent(
                    event, where.conversationId(), receivedAt, where.late(), where.redacted(), grant.keyId()));
            if (event.event() instanceof QuestionUnanswered question) {
                asked.add(new AskedQuestion(
                        where.conversationId(),
                        event.id(),
                        question.stamp().at(),
                        question.messageId(),
                        where.redacted() ? null : question.question()));
            } else if (event.event() instanceof ConversationRedacted) {
                redacted.add(where.conversationId());
            }
        }
        inbox.keep(kept);
        questions.inOtherLanguage(inOtherLanguage);
        questions.record(asked);
        derivations.add(conversationsOf(recorded));
        if (!redacted.isEmpty()) {
            inbox.forget(redacted);
            questions.redact(redacted);
            redactions.note(events, grant.caller());
        }
        return recorded;
    }

    private KnownEvents knownAmong(List<EventReading> readings) {
        Map<String, Set<String>> idsBySource = new HashMap<>();
        readings.stream()
                .filter(EventReading::isAcceptable)
                .forEach(reading -> idsBySource
                        .computeIfAbsent(reading.source(), source -> new HashSet<>())
                        .add(reading.id()));
        KnownEvents known = new KnownEvents();
        idsBySource.forEach((source, ids) -> known.addAll(source, inbox.fingerprints(source, ids)));
        return known;
    }

    /** What each event that we know says, by source and id. */
    private static final class KnownEvents {

        private final Map<String, Map<String, String>> fingerprints = new HashMap<>();

        void addAll(String source, Map<String, String> byId) {
            fingerprints.computeIfAbsent(source, s -> new HashMap<>()).putAll(byId);
        }

        /** @return false where it is known already */
        boolean add(AcceptableEvent event) {
            return fingerprints
                            .computeIfAbsent(event.source(), s -> new HashMap<>())
                            .putIfAbsent(event.id(), event.fingerprint())
                    == null;
        }

        /** Refuses an event whose id is known with another content. */
        EventReading compare(EventReading reading) {
            if (!reading.isAcceptable()) {
                return reading;
            }
            String fingerprint =
                    fingerprints.getOrDefault(reading.source(), Map.of()).get(reading.id());
            if (fingerprint == null || fingerprint.equals(reading.event().fingerprint())) {
                return reading;
            }
            return reading.refused(new Problem(
                    Problem.CONFLICT,
                    "/id",
                    "An event with this source and id has been accepted before with other content; give a new event a new"
                            + " id."));
        }
    }
}
