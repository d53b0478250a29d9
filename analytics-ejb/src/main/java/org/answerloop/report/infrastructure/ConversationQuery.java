package org.answerloop.report.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.conversation.model.ConversationState;
import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.ReportSource.PagedRow;
import org.answerloop.report.model.Basis;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Span;
import org.answerloop.resolution.model.Outcome;

/** The conversations that a metric counts, a page at a time: two statements however long the page is. */
final class ConversationQuery {

    /** Enough of a question to know it again, in characters. */
    private static final int BEGINNING = 200;

    private final DataSource dataSource;

    ConversationQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<PagedRow> page(Metric metric, String key, Span span, ReportFilter filter, PageCursor after, int limit) {
        Basis basis = metric.basis();
        Sql sql = new Sql()
                .add("select c.id, c.source, c.external_id, c.channel, c.language, c.agent_name, c.began_at,")
                .add("c.first_part_at, c.outcome, " + basis.moment() + " as moment, " + basis.rowId() + " as row_id")
                .add("from " + basis.rows())
                .add("where " + basis.moment() + " >= ? and " + basis.moment() + " < ?", span.from(), span.to())
                .add("and " + metric.formula().counted().condition());
        Filtered.by(filter, sql);
        metric.dimension().ifPresent(dimension -> sql.addEqual(dimension.key(), key));
        if (after != null) {
            sql.add(
                    "and (" + basis.moment() + ", " + basis.rowId() + ") < (cast(? as timestamp with time zone), ?)",
                    after.moment(),
                    after.number());
        }
        sql.add("order by " + basis.moment() + " desc, " + basis.rowId() + " desc");
        sql.add("fetch first " + limit + " rows only");
        return withQuestions(sql.list(dataSource, ConversationQuery::row));
    }

    private List<PagedRow> withQuestions(List<PagedRow> rows) {
        Map<Long, String> questions = questions(
                rows.stream().map(paged -> paged.row().id()).distinct().toList());
        return rows.stream()
                .map(paged -> new PagedRow(
                        asking(paged.row(), questions.get(paged.row().id())), paged.position()))
                .toList();
    }

    private Map<Long, String> questions(List<Long> conversations) {
        Map<Long, String> questions = new HashMap<>();
        if (!conversations.isEmpty()) {
            new Sql()
                    .add("select conversation_id, beginning from (")
                    .add("select m.conversation_id, substring(m.text from 1 for " + BEGINNING + ") as beginning,")
                    .add("row_number() over (partition by m.conversation_id order by m.occurred_at, m.id) as turn")
                    .add("from message m where m.author_kind = 'VISITOR'")
                    .addIn("m.conversation_id", conversations)
                    .add(") as asked where turn = 1")
                    .list(
                            dataSource,
                            row -> questions.put(row.getLong("conversation_id"), whole(row.getString("beginning"))));
        }
        return questions;
    }

    /** Without half a character at its end: H2 counts UTF-16 units, PostgreSQL characters. */
    private static String whole(String beginning) {
        boolean cut = beginning != null
                && !beginning.isEmpty()
                && Character.isHighSurrogate(beginning.charAt(beginning.length() - 1));
        return cut ? beginning.substring(0, beginning.length() - 1) : beginning;
    }

    private static PagedRow row(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        Instant firstPartAt = Sql.moment(row, "first_part_at");
        return new PagedRow(
                new ConversationRow(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getString("external_id"),
                        row.getString("channel"),
                        row.getString("language"),
                        row.getString("agent_name"),
                        Sql.moment(row, "began_at"),
                        firstPartAt,
                        ConversationState.of(outcome == null ? null : Outcome.valueOf(outcome), firstPartAt),
                        null),
                new PageCursor(Sql.moment(row, "moment"), row.getString("row_id")));
    }

    private static ConversationRow asking(ConversationRow row, String question) {
        return new ConversationRow(
                row.id(),
                row.source(),
                row.externalId(),
                row.channel(),
                row.language(),
                row.agentName(),
                row.beganAt(),
                row.firstPartAt(),
                row.state(),
                question);
    }
}
