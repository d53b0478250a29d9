package org.answerloop.conversation.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
import org.answerloop.conversation.model.CountedFacts;
import org.answerloop.conversation.model.MessagePosted;
import org.answerloop.resolution.model.ResolutionPolicy;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/**
 * Takes events into their conversations, in the caller's transaction. The conversations of one call are read and locked
 * with a handful of queries, whatever their number.
 */
@Stateless
@TransactionAttribute(MANDATORY)
public class ConversationRecorder {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Settings settings;

    @Inject
    private StaleFigures stale;

    @Inject
    private ConversationChanges changes;

    @Inject
    private CitedAnswers cited;

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

        ResolutionPolicy policy = new ResolutionPolicy(settings.window());
        Recorded[] recorded = new Recorded[told.size()];
        Set<Instant> changed = new HashSet<>();
        List<Long> otherwise = new ArrayList<>();
        List<CitingReply> citing = new ArrayList<>();
        positions.forEach((key, at) -> {
            Conversation conversation = conversations.get(key);
            List<ConversationEvent> events =
                    at.stream().map(i -> told.get(i).event()).toList();
            CountedFacts before = conversation.counted();
            String language = conversation.language();
            List<Object> countedAs = List.of(conversation.isEligible(), conversation.channel());
            List<Boolean> late = conversation.take(events, arrivedAt, policy, settings.evaluationGrace());
            changed.addAll(conversation.counted().changedSince(before));
            boolean known = conversation.id() != null;
            if (known && !countedAs.equals(List.of(conversation.isEligible(), conversation.channel()))) {
                otherwise.add(conversation.id());
            }
            if (!known) {
                // Only now: what is not allowed to be empty follows from the events.
                entityManager.persist(conversation);
            }
            boolean inOtherLanguage = known && !Objects.equals(language, conversation.language());
            citing.addAll(conversation.citing(stated(events)));
            for (int i = 0; i < at.size(); i++) {
                recorded[at.get(i)] =
                        new Recorded(conversation.id(), late.get(i), inOtherLanguage, conversation.isRedacted());
            }
        });
        stale.changedAt(changed);
        changes.countOtherwise(otherwise);
        if (!citing.isEmpty()) {
            // The conversations first: what is kept of the replies refers to them.
            entityManager.flush();
            cited.cited(citing);
        }
        return List.of(recorded);
    }

    private static Set<String> stated(List<ConversationEvent> events) {
        return events.stream()
                .filter(MessagePosted.class::isInstance)
                .map(event -> ((MessagePosted) event).messageId())
                .collect(Collectors.toSet());
    }

    private Map<ConversationKey, Conversation> findOrBegin(Iterable<ConversationKey> keys) {
        Map<String, TreeSet<String>> idsBySource = new HashMap<>();
        keys.forEach(key ->
                idsBySource.computeIfAbsent(key.source(), s -> new TreeSet<>()).add(key.externalId()));

        Map<ConversationKey, Conversation> conversations = new HashMap<>();
        idsBySource.forEach((source, ids) -> conversations.putAll(lock(source, ids)));
        keys.forEach(key -> conversations.computeIfAbsent(key, Conversation::new));
        return conversations;
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
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "c.messages")
                .setHint("eclipselink.batch", "c.handoffs")
                .setHint("eclipselink.batch", "c.handoffRequests")
                .setHint("eclipselink.batch", "c.feedback")
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Conversation::key, conversation -> conversation));
    }
}
