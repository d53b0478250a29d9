package org.answerloop.report.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

import org.answerloop.conversation.model.ConversationState;
import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.ReportSource.PagedRow;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest.Order;
import org.answerloop.report.model.Strand;
import org.answerloop.resolution.model.Outcome;

import static java.util.stream.Collectors.joining;

/** The conversations that a figure counts, a page at a time: a statement for each strand, however long the page is. */
final class ConversationQuery {

    private final DataSource dataSource;
    private final Rows rows;
    private final Order order;

    ConversationQuery(DataSource dataSource, Rows rows, Order order) {
        this.dataSource = dataSource;
        this.rows = rows;
        this.order = order;
    }

    /** Without the first questions. */
    List<PagedRow> page(PageCursor cursor, int limit) {
        RowPosition after = cursor == null ? null : RowPosition.of(cursor);
        List<Placed> found = new ArrayList<>();
        rows.counted().forEach(measure -> found.addAll(ofStrand(measure, after, limit)));
        Comparator<Placed> byPosition = Comparator.comparing(Placed::position, RowPosition.EARLIEST_FIRST);
        return found.stream()
                .sorted(order == Order.EARLIEST_FIRST ? byPosition : byPosition.reversed())
                .limit(limit)
                .map(placed -> new PagedRow(placed.row(), placed.position().cursor()))
                .toList();
    }

    private List<Placed> ofStrand(Measure measure, RowPosition after, int limit) {
        Strand strand = measure.strand();
        Sql sql = new Sql()
                .add("select c.id, c.source, c.external_id, c.channel, c.language, c.agent_name, c.began_at,")
                .add("c.first_part_at, c.outcome, " + strand.moment() + " as moment, " + strand.rowId() + " as row_id")
                .add("from " + strand.rows())
                .add(
                        "where " + strand.moment() + " >= ? and " + strand.moment() + " < ?",
                        rows.span().from(),
                        rows.span().to())
                .add("and " + strand.condition())
                .add("and " + measure.condition());
        Filtered.by(rows.filter(), sql);
        if (rows.dimension() != null) {
            sql.addEqual(rows.dimension().key(), rows.key());
        }
        if (after != null) {
            sql.add(
                    "and (" + strand.moment() + ", " + strand.rowId() + ") " + comparison(strand, after)
                            + " (cast(? as timestamp with time zone), ?)",
                    after.moment(),
                    after.row());
        }
        String direction = order == Order.EARLIEST_FIRST ? "" : " desc";
        sql.add(strand.order().stream().map(column -> column + direction).collect(joining(", ", "order by ", "")));
        sql.add("fetch first " + limit + " rows only");
        return sql.list(dataSource, row -> placed(strand, row));
    }

    /** Of two strands' rows with the same moment and id, the one of the later strand counts as the later. */
    private String comparison(Strand strand, RowPosition after) {
        int place = strand.compareTo(after.strand());
        if (order == Order.EARLIEST_FIRST) {
            return place > 0 ? ">=" : ">";
        }
        return place < 0 ? "<=" : "<";
    }

    private static Placed placed(Strand strand, ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        Instant firstPartAt = Sql.moment(row, "first_part_at");
        Instant moment = Sql.moment(row, "moment");
        return new Placed(
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
                        null,
                        moment),
                new RowPosition(moment, row.getLong("row_id"), strand));
    }

    private record Placed(ConversationRow row, RowPosition position) {}
}
