package org.answerloop.conversation.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.ConversationChanges;
import org.answerloop.conversation.application.StaleFigures;
import org.answerloop.conversation.application.TellingUnderWay;
import org.answerloop.conversation.application.VerdictsReplaced;
import org.answerloop.conversation.infrastructure.JudgedConversation.Standing;
import org.answerloop.conversation.model.ConversationFacts;
import org.answerloop.conversation.model.ConversationLength;
import org.answerloop.kernel.Sql;
import org.answerloop.resolution.model.DecidedConversations;
import org.answerloop.resolution.model.Outcome;

/** The conversations that are judged once more: held row by row, so that several servers share the work. */
@ApplicationScoped
class DecidedConversationsInDatabase implements DecidedConversations {

    /** Later than anything that occurs: without a verdict nothing is late. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private TellingUnderWay telling;

    @Inject
    private StaleFigures stale;

    @Inject
    private ConversationChanges changes;

    @Inject
    private Event<VerdictsReplaced> replaced;

    private final FindingsColumn findings = new FindingsColumn();

    @Override
    public List<Long> undecided(Collection<Long> ids) {
        return new Sql()
                .add("select id from conversation where outcome is null")
                .addIn("id", ids)
                .list(dataSource, row -> row.getLong("id"));
    }

    @Override
    public List<Held> hold(Collection<Long> ids) {
        List<Row> rows = new Sql()
                .add("select c.id, c.began_at, c.first_part_at, c.outcome, c.deflected, c.verdict_deadline,"
                        + " c.resolution_millis, c.findings, " + FactsQuery.COUNT + " as facts")
                .add("from conversation c where c.outcome is not null")
                .addIn("c.id", ids)
                .add("order by c.id for update skip locked")
                .list(dataSource, this::row);
        Set<Long> told = telling.among(rows.stream().map(Row::id).toList());
        List<Long> some = ConversationLength.first(
                rows.stream()
                        .filter(row -> !told.contains(row.id()))
                        .map(row -> new ConversationLength(row.id(), row.facts()))
                        .toList(),
                FactsQuery.MOST);
        List<Row> held = rows.stream().filter(row -> some.contains(row.id())).toList();
        if (held.isEmpty()) {
            return List.of();
        }
        Map<Long, ConversationFacts> facts =
                new FactsQuery(dataSource, held.stream().map(Row::id).toList()).read();
        return held.stream()
                .map(row -> new Held(
                        row.id(),
                        new JudgedConversation(
                                row.id(),
                                row.firstPartAt(),
                                row.standing(),
                                facts.get(row.id()).since(row.beganAt()))))
                .toList();
    }

    private record Row(long id, long facts, Instant beganAt, Instant firstPartAt, Standing standing) {}

    private Row row(ResultSet row) throws SQLException {
        long millis = row.getLong("resolution_millis");
        Long resolutionMillis = row.wasNull() ? null : millis;
        return new Row(
                row.getLong("id"),
                row.getLong("facts"),
                Sql.moment(row, "began_at"),
                Sql.moment(row, "first_part_at"),
                new Standing(
                        Outcome.valueOf(row.getString("outcome")),
                        row.getBoolean("deflected"),
                        Sql.moment(row, "verdict_deadline"),
                        resolutionMillis,
                        findings.convertToEntityAttribute(row.getString("findings"))
                                .list()));
    }

    @Override
    public void keep(List<Held> held, Replacement replacement) {
        List<JudgedConversation> judged = held.stream()
                .map(one -> (JudgedConversation) one.conversation())
                .toList();
        new ReplacedVerdicts(dataSource).write(judged, replacement);
        Map<Long, Instant> weighed = new HashMap<>();
        judged.forEach(one -> weighed.put(one.id(), one.weighedUpTo() == null ? END_OF_TIME : one.weighedUpTo()));
        new LateMarks(dataSource).takeAway(weighed);
        replaced.fire(new VerdictsReplaced(weighed));
        stale.changedAt(judged.stream().flatMap(JudgedConversation::changed).collect(Collectors.toSet()));
        changes.countOtherwise(judged.stream()
                .filter(JudgedConversation::isOtherwise)
                .map(JudgedConversation::id)
                .toList());
    }
}
