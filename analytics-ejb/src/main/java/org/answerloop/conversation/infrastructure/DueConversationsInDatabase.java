package org.answerloop.conversation.infrastructure;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.conversation.application.ConversationChanges;
import org.answerloop.conversation.application.StaleFigures;
import org.answerloop.conversation.application.TellingUnderWay;
import org.answerloop.conversation.model.ConversationFacts;
import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.ConversationLength;
import org.answerloop.kernel.Sql;
import org.answerloop.resolution.model.DueConversation;
import org.answerloop.resolution.model.DueConversations;

/** The conversations that wait for their verdict: claimed row by row, so that several servers share the work. */
@ApplicationScoped
class DueConversationsInDatabase implements DueConversations {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private TellingUnderWay telling;

    @Inject
    private StaleFigures stale;

    @Inject
    private ConversationChanges changes;

    @Override
    public List<Due> due(Instant now, Due after, int limit) {
        Map<Long, Due> found = new LinkedHashMap<>();
        // Where in the index to begin is said always: H2 would begin at those that are not due at all.
        Sql query = new Sql()
                .add("select c.id, c.due_at, " + FactsQuery.COUNT + " as facts")
                .add("from conversation c where c.due_at <= ?", now)
                .add("and c.due_at >= ?", after == null ? Instant.EPOCH : after.at());
        if (after != null) {
            query.add("and (c.due_at > ? or c.id > ?)", after.at(), after.id());
        }
        List<ConversationLength> lengths = telling.exclude(query, "c.id")
                .add("order by c.due_at, c.id fetch first " + limit + " rows only")
                .list(dataSource, row -> {
                    found.put(row.getLong("id"), new Due(row.getLong("id"), Sql.moment(row, "due_at")));
                    return new ConversationLength(row.getLong("id"), row.getLong("facts"));
                });
        return ConversationLength.first(lengths, FactsQuery.MOST).stream()
                .map(found::get)
                .toList();
    }

    @Override
    public List<DueConversation> claim(Collection<Due> due, Instant now) {
        List<Held> held = withoutThoseToldOf(hold(due, now));
        if (held.isEmpty()) {
            return List.of();
        }
        Map<Long, ConversationFacts> facts =
                new FactsQuery(dataSource, held.stream().map(Held::id).toList()).read();
        return held.stream()
                .<DueConversation>map(row -> new ClaimedConversation(
                        row.id(),
                        row.key(),
                        row.firstPartAt(),
                        facts.get(row.id()).since(row.beganAt())))
                .toList();
    }

    /** Asked of what is held already: somebody may have begun to tell of it since it was named. */
    private List<Held> withoutThoseToldOf(List<Held> held) {
        Set<Long> told = telling.among(held.stream().map(Held::id).toList());
        return held.stream().filter(row -> !told.contains(row.id())).toList();
    }

    /** Jakarta Persistence has no words for "skip locked" before 3.2, so this one is SQL. */
    private List<Held> hold(Collection<Due> due, Instant now) {
        String ids =
                String.join(", ", due.stream().map(d -> Long.toString(d.id())).toList());
        return new Sql()
                .add(
                        "select id, source, external_id, began_at, first_part_at from conversation"
                                + " where due_at <= ? and outcome is null",
                        now)
                .add("and id in (" + ids + ") order by id for update skip locked")
                .list(
                        dataSource,
                        row -> new Held(
                                row.getLong("id"),
                                new ConversationKey(row.getString("source"), row.getString("external_id")),
                                Sql.moment(row, "began_at"),
                                Sql.moment(row, "first_part_at")));
    }

    @Override
    public void keep(List<DueConversation> decided) {
        List<ClaimedConversation> conversations =
                decided.stream().map(ClaimedConversation.class::cast).toList();
        new VerdictStatement(dataSource).write(conversations);
        stale.changedAt(
                conversations.stream().flatMap(ClaimedConversation::changed).collect(Collectors.toSet()));
        changes.countOtherwise(conversations.stream()
                .filter(ClaimedConversation::hasVerdict)
                .map(ClaimedConversation::id)
                .toList());
    }

    private record Held(long id, ConversationKey key, Instant beganAt, Instant firstPartAt) {}

    @Override
    public void putAside(Due due, Instant until) {
        entityManager
                .createQuery(
                        "update Conversation c set c.dueAt = :until where c.id = :id and c.verdict.outcome is null")
                .setParameter("until", until)
                .setParameter("id", due.id())
                .executeUpdate();
    }
}
