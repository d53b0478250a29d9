package org.answerloop.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;

/**
 * The reports over two years of conversations, beside DuckDB and beside plain SQL over the same rows: what people would
 * use instead. First with a fifth of the conversations, then with all of them.
 */
final class ReportsBenchmark implements Benchmark {

    private static final System.Logger LOG = System.getLogger(ReportsBenchmark.class.getName());

    private static final String DATABASE = "answerloop";
    private static final int WEEKS = 52;
    private static final int WEEKS_OF_ALL = 106;
    private static final int LAST_PAGE = 1_000;
    private static final double MOST_MILLIS = 150;
    private static final double MOST_MILLIS_OF_A_LIST = 100;
    private static final double MOST_GROWTH = 1.2;
    private static final double TIMES_FASTER_THAN_SQL = 50;

    private final int conversations;
    private final int repeats;
    private final LocalDate from;
    private final LocalDate until;

    ReportsBenchmark(Options options) {
        conversations = options.number("conversations", 1_000_000);
        repeats = options.number("repeats", 40);
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        from = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1);
        until = today.plusDays(1);
    }

    @Override
    public Result measure() throws IOException, SQLException, InterruptedException {
        Result result = new Result("Reports");
        try (Postgres postgres = Postgres.startForReading()) {
            postgres.create(DATABASE);
            int fewer = conversations / 5;
            TwoYears history = TwoYears.begin(postgres, DATABASE, fewer);
            history.growTo(fewer);
            Latencies before;
            try (Server server = start(postgres)) {
                history.awaitCounts();
                before = page(Visitor.signedIn(server));
            }
            history.growTo(conversations);
            Latencies page;
            try (Server server = start(postgres)) {
                result.row(
                        "counting all days from the conversations, from the start of the server",
                        "%.0f s".formatted(history.awaitCounts()),
                        "");
                Visitor visitor = Visitor.signedIn(server);
                page = page(visitor);
                reportPage(page, before, result);
                reportOtherDates(visitor, result);
                reportBrowser(BrowserVisit.of(server, path(), 5), result);
                ReportsApi api = new ReportsApi(visitor, from, until);
                compare(postgres, api, page, result);
                reportLists(api, visitor, result);
                LOG.log(System.Logger.Level.INFO, "Exporting.");
                report(ExportOfAll.measure(postgres, DATABASE, visitor, until.minusWeeks(WEEKS_OF_ALL), until), result);
            }
        }
        result.note(
                "%,d conversations over two years, %d weeks on the page; the fewer are a fifth. All on one machine: the server, PostgreSQL and who asks."
                        .formatted(conversations, WEEKS));
        return result;
    }

    private static Server start(Postgres postgres) throws IOException, InterruptedException {
        return Server.start(postgres.settings(
                DATABASE,
                Map.of(
                        "ANSWERLOOP_REPORTING_ZONE", "UTC",
                        "ANSWERLOOP_ROLLUP_INTERVAL", "PT1S",
                        "ANSWERLOOP_EVALUATION_INTERVAL", "PT24H")));
    }

    private String path() {
        return path(0);
    }

    private String path(int daysBack) {
        return "/reporting/index.xhtml?bucket=week&from=" + from.minusDays(daysBack) + "&until="
                + until.minusDays(1L + daysBack);
    }

    private Latencies page(Visitor visitor) throws IOException, InterruptedException {
        LOG.log(System.Logger.Level.INFO, "Asking for the page.");
        return visitor.time(path(), repeats, repeats);
    }

    private void reportPage(Latencies page, Latencies before, Result result) {
        result.row(
                "the page with all reports: median, p95",
                "%.0f ms, %.0f ms".formatted(page.median(), page.p95()),
                Result.atMost(page.p95(), MOST_MILLIS, "p95 ≤ 150 ms"));
        double growth = page.p95() / before.p95();
        result.row(
                "its p95 over that with a fifth of the conversations",
                "**%.3f** (%.0f ms)".formatted(growth, before.p95()),
                Result.atMost(growth, MOST_GROWTH, "≤ 1.2"));
    }

    /** What somebody waits for who is the first to ask for such a page. */
    private void reportOtherDates(Visitor visitor, Result result) throws IOException, InterruptedException {
        double[] millis = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            millis[i] = visitor.time(path(i + 1), 0, 1).median();
        }
        Latencies first = new Latencies(millis, 0, 0);
        result.row(
                "the same of other dates each time, of which no card was made before: median, p95",
                "%.0f ms, %.0f ms".formatted(first.median(), first.p95()),
                Result.atMost(first.p95(), MOST_MILLIS, "p95 ≤ 150 ms"));
    }

    private static void reportBrowser(Optional<BrowserVisit> visit, Result result) {
        visit.ifPresentOrElse(
                seen -> result.row(
                        "the same in Chromium with an empty cache: requests, bytes, all charts painted",
                        "%d, %,d, %.0f ms"
                                .formatted(
                                        seen.requests(),
                                        seen.bytes(),
                                        seen.standing().median()),
                        Result.atMost(seen.standing().median(), 1_000, "≤ 1 s")),
                () -> result.note("No browser on this machine."));
    }

    private void reportLists(ReportsApi api, Visitor visitor, Result result) throws IOException, InterruptedException {
        LOG.log(System.Logger.Level.INFO, "Going through the list.");
        int last = Math.min(LAST_PAGE, conversations / 200);
        for (int number : new int[] {1, last}) {
            Latencies list = visitor.time(api.page(number), 10, repeats);
            result.row(
                    "page %,d of the conversations behind a figure: median, p95".formatted(number),
                    "%.0f ms, %.0f ms".formatted(list.median(), list.p95()),
                    Result.atMost(list.p95(), MOST_MILLIS_OF_A_LIST, "p95 < 100 ms"));
        }
    }

    private static void report(ExportOfAll export, Result result) {
        result.row(
                "export of %,d conversations as CSV, COPY of the same columns to nowhere".formatted(export.rows()),
                "%s, %s"
                        .formatted(
                                Result.rate(export.rows() / export.seconds(), "rows"),
                                Result.rate(export.rows() / export.secondsOfCopy(), "rows")),
                "");
        result.row("export over COPY", "**%.3f**".formatted(export.secondsOfCopy() / export.seconds()), "");
    }

    private void compare(Postgres postgres, ReportsApi api, Latencies page, Result result)
            throws SQLException, IOException, InterruptedException {
        LOG.log(System.Logger.Level.INFO, "Asking PostgreSQL and DuckDB.");
        QueryTimes plain;
        try (Connection connection = postgres.open(DATABASE)) {
            plain = QueryTimes.measure(connection, from, until, 3);
        }
        QueryTimes duck;
        try (DuckDb duckDb = DuckDb.load(postgres, DATABASE)) {
            duck = QueryTimes.measure(duckDb.connection(), from, until, 5);
        }
        Map<String, Double> ours = api.times(10, repeats);
        for (String metric : ours.keySet()) {
            if (!metric.equals(PlainReport.IMPACT)) {
                requireSame(
                        metric,
                        api.counted(metric),
                        plain.counted().get(metric),
                        duck.counted().get(metric));
            }
            result.row(
                    metric + ": here, DuckDB, plain SQL",
                    times(
                            ours.get(metric),
                            duck.millis().get(metric),
                            plain.millis().get(metric)),
                    "");
        }
        double toSql = plain.sum() / page.median();
        double toDuck = duck.sum() / page.median();
        result.row("all of them: the page, DuckDB, plain SQL", times(page.median(), duck.sum(), plain.sum()), "");
        result.row(
                "plain SQL over the page",
                "**%.1f**".formatted(toSql),
                Result.atLeast(toSql, TIMES_FASTER_THAN_SQL, "≥ 50"));
        result.row("DuckDB over the page", "**%.1f**".formatted(toDuck), Result.atLeast(toDuck, 1, "> 1"));
        result.note(
                "Each report here is its median over HTTP, key and JSON included; the page is its HTML with every card."
                        + " All three count the same, which is compared.");
    }

    private static String times(double here, double duck, double plain) {
        return "%.1f ms, %.1f ms (%.1f ×), %.0f ms (%.0f ×)".formatted(here, duck, duck / here, plain, plain / here);
    }

    private static void requireSame(String metric, long here, long plain, long duck) {
        if (here != plain || here != duck) {
            throw new IllegalStateException(
                    "%s counts %d here, %d by SQL and %d by DuckDB".formatted(metric, here, plain, duck));
        }
    }
}
