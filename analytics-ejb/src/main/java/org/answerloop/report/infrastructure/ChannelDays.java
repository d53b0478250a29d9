package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;
import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Counts;
import org.answerloop.report.model.Generation;

/** What was counted of each channel for an agent and a language. */
record ChannelDays(String agent, String language) implements DaySlice<Map<String, Counts>> {

    @Override
    public Map<LocalDate, Map<String, Counts>> read(
            DataSource dataSource, Generation generation, Collection<LocalDate> days) {
        Map<LocalDate, Map<String, Counts>> read = new HashMap<>();
        Sql sql = new Sql()
                .add("select local_day, channel, " + RollupColumns.all() + " from daily_rollup")
                .add("where generation = ?", generation.id())
                .add("and agent_id = ? and language = ? and channel <> ?", agent, language, Cell.ALL);
        DayRange.of(days, sql)
                .list(
                        dataSource,
                        row -> read.computeIfAbsent(row.getObject("local_day", LocalDate.class), day -> new HashMap<>())
                                .put(
                                        row.getString("channel"),
                                        new Counts(RollupColumns.read(row, RollupColumns.MEASURES))));
        return read;
    }

    @Override
    public Map<String, Counts> nothing() {
        return Map.of();
    }

    @Override
    public int size(Map<String, Counts> ofDay) {
        return Math.max(1, ofDay.size());
    }
}
