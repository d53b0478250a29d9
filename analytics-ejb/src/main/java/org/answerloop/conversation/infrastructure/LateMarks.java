package org.answerloop.conversation.infrastructure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;

/** The marks of what was told after the verdict that it would have belonged to. */
final class LateMarks {

    private static final List<String> TABLES = List.of("message", "handoff", "handoff_request", "feedback");

    private final DataSource dataSource;

    LateMarks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param weighed up to when what occurred has been weighed, by the id of the conversation */
    void takeAway(Map<Long, Instant> weighed) {
        List<Object[]> rows = weighed.entrySet().stream()
                .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                .toList();
        TABLES.forEach(table -> Sql.updateAll(
                dataSource,
                "update " + table + " set late = false where conversation_id = ? and late and occurred_at <= ?",
                rows));
        Sql.updateAll(
                dataSource,
                "update conversation set closed_late = false where id = ? and closed_late and closed_at <= ?",
                rows);
    }
}
