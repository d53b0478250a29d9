package org.answerloop.conversation.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.conversation.model.CitingReply;
import org.answerloop.conversation.model.Conversation;
import org.answerloop.conversation.model.ConversationEvent;
import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.MessagePosted;
import org.answerloop.conversation.model.StatedMessage;
import org.answerloop.conversation.model.Taken;
import org.answerloop.resolution.model.ResolutionPolicy;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/**
 * Takes events into their conversations, in the caller's transaction. The conversations of one call are held, and what their
 * events name is found, with a handful of queries, whatever the number of either; what was said before is not read.
 */
@Stateless
@TransactionAttribute(MANDATORY)
public class ConversationRecorder {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private ConversationRows rows;

    @Inject
    private Settings settings;

    @Inject
    private StaleFigures stale;

    @Inject
    private ConversationChanges changes;

    @Inject
    private CitedAnswers cited;

    /** For the container. */
    public ConversationRecorder() {}

    /** In a transaction of the entity manager's own. */
    public ConversationRecorder(
            EntityManager entityManager,
            ConversationRows rows,
            Settings settings,
            StaleFigures stale,
            ConversationChanges changes,
            CitedAnswers cited) {
        this.entityManager = entityManager;
        this.rows = rows;
        this.settings = settings;
        this.stale = stale;
        this.changes = changes;
        this.cited = cited;
    }

    /**
     * @param arrivedAt when the events came in
     * @return what became of each, in the given order
     */
    public List<Recorded> record(List<Told> told, Instant arrivedAt) {
        Map<ConversationKey, List<Integer>> positions = new LinkedHashMap<>();
        for (int i = 0; i < told.size(); i++) {
            positions
                    .computeIfAbsent(told.get(i).conversation(), key -> new ArrayList<>())
                    .add(i);
        }
        Map<ConversationKey, Conversation> conversations = findOrBegin(positions.keySet());
        Map<Long, Map<String, StatedMessage>> known = rows.stated(stated(told, conversations));

        ResolutionPolicy policy = new ResolutionPolicy(settings.window());
        List<Recording> recordings = new ArrayList<>(positions.size());
        positions.forEach((key, at) -> {
            Recording recording = new Recording(conversations.get(key), at);
            recordings.add(recording);
            List<ConversationEvent> events =
                    at.stream().map(i -> told.get(i).event()).toList();
            recording.take(
                    events,
                    known.getOrDefault(recording.conversation().id(), Map.of()),
                    arrivedAt,
                    policy,
                    settings.evaluationGrace());
            if (recording.isNew()) {
                // Only now: what is not allowed to be empty follows from the events.
                entityManager.persist(recording.conversation());
            }
        });
        write(recordings);
        recordings.forEach(recording -> recording.lookUp(rows.course(), policy, settings.evaluationGrace()));
        tell(recordings);

        Recorded[] recorded = new Recorded[told.size()];
        recordings.forEach(recording -> recording.sayWhatBecame(recorded));
        return List.of(recorded);
    }

    private static Map<Long, Set<String>> stated(List<Told> told, Map<ConversationKey, Conversation> conversations) {
        Map<Long, Set<String>> stated = new HashMap<>();
        for (Told one : told) {
            Long conversation = conversations.get(one.conversation()).id();
            if (conversation != null && one.event() instanceof MessagePosted posted) {
                stated.computeIfAbsent(conversation, id -> new HashSet<>()).add(posted.messageId());
            }
        }
        return stated;
    }

    private void write(List<Recording> recordings) {
        // The conversations first: the other rows refer to them.
        entityManager.flush();
        List<Taken> taken = recordings.stream().map(Recording::taken).toList();
        rows.write(taken);
        rows.forget(taken.stream()
                .filter(Taken::isRedacted)
                .map(of -> of.conversation().id())
                .toList());
    }

    private void tell(List<Recording> recordings) {
        Set<Instant> changed = new HashSet<>();
        recordings.forEach(recording -> changed.addAll(recording.changed()));
        stale.changedAt(changed);
        stale.feedbackChangedOf(ids(recordings.stream().filter(Recording::countsFeedbackOtherwise)));
        changes.countOtherwise(ids(recordings.stream().filter(Recording::countsOtherwise)));
        List<CitingReply> citing =
                recordings.stream().flatMap(recording -> recording.citing(rows)).toList();
        if (!citing.isEmpty()) {
            cited.cited(citing);
        }
    }

    private static Collection<Long> ids(Stream<Recording> recordings) {
        return recordings.map(recording -> recording.conversation().id()).toList();
    }

    private Map<ConversationKey, Conversation> findOrBegin(Collection<ConversationKey> keys) {
        Map<ConversationKey, Conversation> conversations = lock(keys);
        List<ConversationKey> unknown =
                keys.stream().filter(key -> !conversations.containsKey(key)).toList();
        if (!unknown.isEmpty()) {
            // Somebody else may just be beginning them. To wait for their rows here, out of order, could be to wait for
            // ever.
            rows.awaitTurn(unknown);
            if (isAnyKnown(unknown)) {
                throw new BegunMeanwhileException();
            }
        }
        keys.forEach(key -> conversations.computeIfAbsent(key, Conversation::new));
        return conversations;
    }

    private Map<ConversationKey, Conversation> lock(Collection<ConversationKey> keys) {
        Map<ConversationKey, Conversation> conversations = new HashMap<>();
        idsBySource(keys).forEach((source, ids) -> conversations.putAll(lock(source, ids)));
        return conversations;
    }

    private boolean isAnyKnown(Collection<ConversationKey> keys) {
        return idsBySource(keys).entrySet().stream()
                .anyMatch(ofSource -> !entityManager
                        .createQuery(
                                "select c.id from Conversation c where c.source = :source and c.externalId in :ids",
                                Long.class)
                        .setParameter("source", ofSource.getKey())
                        .setParameter("ids", ofSource.getValue())
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }

    private static SortedMap<String, TreeSet<String>> idsBySource(Collection<ConversationKey> keys) {
        SortedMap<String, TreeSet<String>> idsBySource = new TreeMap<>();
        keys.forEach(key ->
                idsBySource.computeIfAbsent(key.source(), s -> new TreeSet<>()).add(key.externalId()));
        return idsBySource;
    }

    private Map<ConversationKey, Conversation> lock(String source, TreeSet<String> externalIds) {
        return entityManager
                .createQuery("""
                        select c
                          from Conversation c
                         where c.source = :source
                           and c.externalId in :externalIds
                         order by c.externalId""", Conversation.class)
                .setParameter("source", source)
                .setParameter("externalIds", externalIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Conversation::key, conversation -> conversation));
    }
}
