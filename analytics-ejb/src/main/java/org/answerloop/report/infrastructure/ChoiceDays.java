package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;
import org.answerloop.report.infrastructure.ChoiceDays.Choice;
import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Generation;

/** What occurs on a day that a report can be filtered by: the cells that are of one channel, agent or language alone. */
record ChoiceDays() implements DaySlice<Set<Choice>> {

    /** One of them, and what its agent is called. */
    record Choice(Cell cell, String agentName) {}

    @Override
    public Map<LocalDate, Set<Choice>> read(DataSource dataSource, Generation generation, Collection<LocalDate> days) {
        Map<LocalDate, Set<Choice>> read = new HashMap<>();
        // Three statements, each of which an index has by itself.
        read(dataSource, generation, days, "agent_id = ? and language = ? and channel <> ?", read);
        read(dataSource, generation, days, "agent_id = ? and channel = ? and language <> ?", read);
        read(dataSource, generation, days, "language = ? and channel = ? and agent_id <> ?", read);
        return read;
    }

    private static void read(
            DataSource dataSource,
            Generation generation,
            Collection<LocalDate> days,
            String condition,
            Map<LocalDate, Set<Choice>> read) {
        Sql sql = new Sql()
                .add("select local_day, agent_id, language, channel, agent_name from daily_rollup")
                .add("where generation = ?", generation.id())
                .add("and " + condition, Cell.ALL, Cell.ALL, Cell.ALL)
                .add("and (handled > 0 or not_handled > 0)");
        DayRange.of(days, sql)
                .list(
                        dataSource,
                        row -> read.computeIfAbsent(row.getObject("local_day", LocalDate.class), day -> new HashSet<>())
                                .add(new Choice(
                                        new Cell(
                                                row.getString("agent_id"),
                                                row.getString("language"),
                                                row.getString("channel")),
                                        row.getString("agent_name"))));
    }

    @Override
    public Set<Choice> nothing() {
        return Set.of();
    }

    @Override
    public int size(Set<Choice> ofDay) {
        return 0;
    }
}
