package org.answerloop.report.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.kernel.Sql;
import org.answerloop.report.application.RollupStore;
import org.answerloop.report.model.Cell;
import org.answerloop.report.model.DailyRollup;
import org.answerloop.report.model.Generation;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Strand;

/** The rollup in its tables. */
@ApplicationScoped
public class RollupTables implements RollupStore {

    private static final String LATEST = "select * from rollup_generation order by id desc fetch first 1 rows only";

    private static final String KEEP = "insert into daily_rollup"
            + " (generation, local_day, agent_id, language, channel, agent_name, durations, closings, "
            + RollupColumns.all() + ") values ("
            + String.join(", ", Collections.nCopies(8 + RollupColumns.MEASURES.size(), "?")) + ")";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** For the container. */
    protected RollupTables() {}

    public RollupTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Generation> latest() {
        return new Sql()
                        .add("select g.id, g.zone, g.definition, g.began_at from (" + LATEST + ") as g")
                        .list(dataSource, RollupTables::generation)
                        .stream()
                        .findFirst();
    }

    @Override
    public Optional<Generation> holdLatest() {
        Optional<Generation> found = latest();
        while (found.isPresent()) {
            new Sql()
                    .add(
                            "select id from rollup_generation where id = ? for update",
                            found.get().id())
                    .list(dataSource, row -> row.getLong("id"));
            Optional<Generation> now = latest();
            if (now.equals(found)) {
                return found;
            }
            found = now;
        }
        return found;
    }

    private static Generation generation(ResultSet row) throws SQLException {
        return new Generation(
                row.getLong("id"),
                ZoneId.of(row.getString("zone")),
                row.getString("definition"),
                Sql.moment(row, "began_at"));
    }

    @Override
    public boolean begin(Generation generation) {
        return new Sql()
                        .add(
                                "insert into rollup_generation (id, zone, definition, began_at) values (?, ?, ?, ?)",
                                generation.id(),
                                generation.zone().getId(),
                                generation.definition(),
                                generation.beganAt())
                        .add("on conflict do nothing")
                        .update(dataSource)
                > 0;
    }

    @Override
    public boolean hold(Generation generation) {
        return !new Sql()
                .add("select id from rollup_generation where id = ? for update skip locked", generation.id())
                .list(dataSource, row -> row.getLong("id"))
                .isEmpty();
    }

    @Override
    public Optional<Extent> extent() {
        List<Instant> ends = new ArrayList<>();
        for (Strand strand : Strand.values()) {
            ends.addAll(end("min", strand));
            ends.addAll(end("max", strand));
        }
        return ends.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Extent(Collections.min(ends), Collections.max(ends).plusMillis(1)));
    }

    private List<Instant> end(String which, Strand strand) {
        return new Sql()
                        .add("select " + which + "(" + strand.moment() + ") as bound from " + strand.rows())
                        .add("where " + strand.condition())
                        .list(dataSource, row -> Sql.moment(row, "bound"))
                        .stream()
                        .filter(Objects::nonNull)
                        .toList();
    }

    @Override
    public void makeStale(Collection<Extent> spans) {
        Sql.updateAll(
                dataSource,
                "insert into stale_span (starts, ends) values (?, ?)",
                spans.stream()
                        .map(span -> new Object[] {span.from(), span.to()})
                        .toList());
    }

    @Override
    public Map<Long, Instant> nextFeedback(Map<Long, Instant> since) {
        Long[] conversations = since.keySet().toArray(Long[]::new);
        String[] moments =
                Arrays.stream(conversations).map(id -> since.get(id).toString()).toArray(String[]::new);
        Map<Long, Instant> next = new HashMap<>();
        new Sql()
                .add("select asked.id, (select f.occurred_at from feedback f where f.conversation_id = asked.id")
                .add("and f.occurred_at >= cast(asked.since as timestamp with time zone)")
                .add("order by f.conversation_id, f.occurred_at fetch first 1 rows only) as next")
                .add(
                        "from unnest(cast(? as bigint array), cast(? as varchar(64) array)) as asked (id, since)",
                        conversations,
                        moments)
                .list(dataSource, row -> next.put(row.getLong("id"), Sql.moment(row, "next")));
        next.values().removeIf(Objects::isNull);
        return next;
    }

    @Override
    public long latestStale() {
        return new Sql()
                .add("select coalesce(max(id), 0) as latest from stale_span")
                .list(dataSource, row -> row.getLong("latest"))
                .get(0);
    }

    @Override
    public List<Extent> stale(long upTo, int limit) {
        return new Sql()
                .add("select starts, ends from stale_span where id <= ?", upTo)
                .add("group by starts, ends order by starts, ends fetch first " + limit + " rows only")
                .list(dataSource, RollupTables::extent);
    }

    @Override
    public void takeStale(Extent span, Instant from, long upTo) {
        // Each statement sees what is committed when it begins: of what it takes away, the change can be counted.
        Sql taking = from.isBefore(span.to())
                ? new Sql().add("update stale_span set starts = ?", from)
                : new Sql().add("delete from stale_span");
        taking.add("where starts = ? and ends = ? and id <= ?", span.from(), span.to(), upTo)
                .update(dataSource);
    }

    @Override
    public Optional<Instant> firstIn(Extent span) {
        List<Instant> firsts = new ArrayList<>();
        for (Strand strand : Strand.values()) {
            String moment = strand.moment();
            firsts.addAll(new Sql()
                    .add("select " + moment + " as first from " + strand.rows() + " where " + strand.condition())
                    .add("and " + moment + " >= ? and " + moment + " < ?", span.from(), span.to())
                    .add("order by " + String.join(", ", strand.order()) + " fetch first 1 rows only")
                    .list(dataSource, row -> Sql.moment(row, "first")));
        }
        return firsts.stream().min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Readable> readable() {
        List<Extent> stale = new ArrayList<>();
        List<Readable> found = new Sql()
                .add("select g.id, g.zone, g.definition, g.began_at, g.revision, s.starts, s.ends")
                .add("from (" + LATEST + ") as g")
                .add("left join (select starts, ends from stale_span group by starts, ends) as s on s.ends > s.starts")
                .list(dataSource, row -> {
                    if (Sql.moment(row, "starts") != null) {
                        stale.add(extent(row));
                    }
                    return new Readable(generation(row), row.getLong("revision"), List.of());
                });
        return found.stream()
                .findFirst()
                .map(readable -> new Readable(readable.generation(), readable.revision(), stale));
    }

    private static Extent extent(ResultSet row) throws SQLException {
        return new Extent(Sql.moment(row, "starts"), Sql.moment(row, "ends"));
    }

    @Override
    public List<DailyRollup> count(List<LocalDate> days, ReportCalendar calendar) {
        List<Span> spans = days.stream().map(calendar::day).toList();
        List<DailyRollup> rows = new ArrayList<>();
        for (List<Integer> cluster : SpanClusters.of(spans)) {
            List<LocalDate> near = cluster.stream().map(days::get).toList();
            rows.addAll(new DayCount(dataSource, near, calendar).count());
        }
        return rows;
    }

    @Override
    public void replace(Generation generation, List<LocalDate> days, List<DailyRollup> rows) {
        revise(generation, days);
        Sql.updateAll(
                dataSource,
                "delete from daily_rollup where generation = ? and local_day = ?",
                days.stream().map(day -> new Object[] {generation.id(), day}).toList());
        Sql.updateAll(
                dataSource,
                KEEP,
                rows.stream()
                        .sorted(Comparator.comparing(DailyRollup::day))
                        .map(row -> columns(generation, row))
                        .toList());
    }

    private void revise(Generation generation, List<LocalDate> days) {
        new Sql()
                .add("update rollup_generation set revision = revision + 1 where id = ?", generation.id())
                .update(dataSource);
        long revision = new Sql()
                .add("select revision from rollup_generation where id = ?", generation.id())
                .list(dataSource, row -> row.getLong("revision"))
                .get(0);
        Sql.updateAll(
                dataSource,
                "delete from rollup_day where generation = ? and local_day = ?",
                days.stream().map(day -> new Object[] {generation.id(), day}).toList());
        Sql.updateAll(
                dataSource,
                "insert into rollup_day (generation, local_day, revision) values (?, ?, ?)",
                days.stream()
                        .map(day -> new Object[] {generation.id(), day, revision})
                        .toList());
    }

    private static Object[] columns(Generation generation, DailyRollup row) {
        Cell cell = row.cell();
        List<Object> columns = new ArrayList<>(Arrays.asList(
                generation.id(),
                row.day(),
                cell.agent(),
                cell.language(),
                cell.channel(),
                row.agentName(),
                row.counts().durations().isEmpty()
                        ? null
                        : row.counts().durations().text(),
                RollupColumns.write(row.closings())));
        for (Measure measure : RollupColumns.MEASURES) {
            columns.add(row.counts().of(measure));
        }
        return columns.toArray();
    }

    @Override
    public void forgetBefore(Generation generation) {
        new Sql()
                .add("delete from daily_rollup where generation < ?", generation.id())
                .update(dataSource);
        new Sql()
                .add("delete from rollup_day where generation < ?", generation.id())
                .update(dataSource);
    }
}
