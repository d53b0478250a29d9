package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.report.application.BeginGeneration;
import org.answerloop.report.application.Figures;
import org.answerloop.report.application.RebuildRollup;
import org.answerloop.report.application.RefreshChunk;
import org.answerloop.report.application.RefreshRollup;
import org.answerloop.report.infrastructure.ConversationReportSource;
import org.answerloop.report.infrastructure.RollupReportSource;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.RowsRequest;
import org.answerloop.resolution.application.EvaluateDueConversations;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.story.ExpectedConversation;
import org.answerloop.system.story.ExpectedConversation.ExpectedVerdict;
import org.answerloop.system.story.ExpectedFigures;
import org.answerloop.system.story.ExpectedFigures.ExpectedFigure;
import org.answerloop.system.story.RandomHistory;
import org.answerloop.system.story.Step;
import org.assertj.core.data.Percentage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Random conversations through the real intake: every figure by the rollup, directly, and by an oracle in plain Java. */
@ExtendWith(ArquillianExtension.class)
class RollupIT {

    private static final System.Logger LOG = System.getLogger(RollupIT.class.getName());
    private static final String SOURCE = "/tests/rollup";
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);
    private static final int CONVERSATIONS = 60;

    @EJB
    private EventIntake intake;

    @EJB
    private EvaluateDueConversations evaluation;

    @EJB
    private RefreshRollup refresh;

    @EJB
    private RebuildRollup rebuild;

    @EJB
    private Figures reports;

    @Inject
    private Settings settings;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Inject
    private HttpServletRequest request;

    @Deployment
    static EnterpriseArchive answerloop() {
        return AnswerloopEar.with(RollupIT.class, Rows.class, DemoUser.class, Administrator.class);
    }

    @Test
    void every_figure_is_what_was_told_in_every_zone() {
        for (long seed : SEEDS) {
            LOG.log(System.Logger.Level.INFO, "Figures of the seed {0}", seed);
            nothingElseCounts();
            Random random = new Random(seed);
            List<Step> told = RandomHistory.of(seed, SOURCE, "channel-", clock.instant(), CONVERSATIONS);
            List<Step> early =
                    told.stream().filter(step -> !isHeldBack(step, seed)).toList();
            List<Step> late =
                    told.stream().filter(step -> isHeldBack(step, seed)).toList();

            take(early, random);
            refresh.run();
            clock.advance(GRACE.plusSeconds(1));
            Map<String, ExpectedVerdict> verdicts = verdicts(early, Map.of());
            evaluation.run();
            take(late, random);
            clock.advance(GRACE.plusSeconds(1));
            verdicts = verdicts(told, verdicts);
            evaluation.run();

            List<ExpectedConversation> expected = expected(told, verdicts);
            for (ZoneId zone : RandomHistory.ZONES) {
                compare(expected, zone, random, seed);
            }
        }
    }

    @Test
    void two_refreshers_and_senders_at_once_lose_nothing() throws Exception {
        nothingElseCounts();
        List<Step> told = RandomHistory.of(99, SOURCE, "busy-", clock.instant(), 3 * CONVERSATIONS);
        AtomicBoolean sending = new AtomicBoolean(true);
        List<CompletableFuture<Void>> work = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            work.add(CompletableFuture.runAsync(() -> {
                do {
                    refresh.run();
                } while (sending.get());
            }));
        }
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int sender = i;
            senders.add(CompletableFuture.runAsync(() -> told.stream()
                    .filter(step -> Math.floorMod(step.conversation().hashCode(), 3) == sender)
                    .collect(groupingBy(Step::conversation))
                    .values()
                    .forEach(steps -> take(steps, new Random(sender)))));
        }
        CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).get(3, TimeUnit.MINUTES);
        sending.set(false);
        CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).get(2, TimeUnit.MINUTES);
        refresh.run();

        assertThat(new Rows(database).count("select count(*) from stale_span")).isZero();
        Figures byRollup = reports;
        Figures direct = new Figures(new ConversationReportSource(database, settings), settings, clock);
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        ReportFilter filter =
                new ReportFilter(LocalDate.of(2020, 12, 1), today.plusDays(1), Bucket.MONTH, null, null, null);
        Map<Metric, Report> counted = byRollup.reports(EnumSet.allOf(Metric.class), filter);
        Map<Metric, Report> again = direct.reports(EnumSet.allOf(Metric.class), filter);
        for (Metric metric : Metric.values()) {
            assertThat(counted.get(metric).total()).isEqualTo(again.get(metric).total());
            assertThat(counted.get(metric).series()).isEqualTo(again.get(metric).series());
        }
        assertThat(counted.get(Metric.HANDLED).total().value()).isPositive();
    }

    @Test
    void an_administrator_has_everything_counted_again_and_that_is_written_down() {
        Rows rows = new Rows(database);
        long generation = rows.count("select max(id) from rollup_generation");

        Administrator.does(request, () -> {
            rebuild.rebuild();
            return null;
        });

        assertThat(rows.count("select max(id) from rollup_generation")).isEqualTo(generation + 1);
        assertThat(rows.of("select who from audit_entry where action = 'rollup.rebuilt' order by id desc"))
                .first()
                .isEqualTo(Administrator.NAME);
        assertThatThrownBy(() -> DemoUser.does("vera", request, () -> {
                    rebuild.rebuild();
                    return null;
                }))
                .isInstanceOf(EJBAccessException.class);
    }

    private void compare(List<ExpectedConversation> expected, ZoneId zone, Random random, long seed) {
        Settings inZone = inZone(zone);
        RollupTables tables = new RollupTables(database);
        new BeginGeneration(tables, inZone, clock).begin();
        RefreshChunk chunk = new RefreshChunk(tables, inZone, clock);
        long upTo = tables.latestStale();
        int chunks = random.nextInt(20);
        for (int i = 0; i < chunks && chunk.refresh(upTo) > 0; i++) {
            LOG.log(System.Logger.Level.DEBUG, "A chunk in {0}", zone);
        }
        Figures inThatZone = new Figures(new RollupReportSource(database, inZone), inZone, clock);
        ReportFilter all = filter(LocalDate.of(2020, 12, 1), LocalDate.of(2026, 12, 31), Bucket.MONTH, random);
        List<ReportFilter> filters = List.of(
                new ReportFilter(all.from(), all.to(), Bucket.MONTH, null, null, null),
                all,
                filter(LocalDate.of(2020, 12, 21), LocalDate.of(2021, 1, 12), Bucket.WEEK, random),
                filter(LocalDate.of(2025, 12, 22), LocalDate.of(2026, 1, 8), Bucket.WEEK, random),
                filter(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 12), Bucket.DAY, random),
                filter(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 11, 30), Bucket.WEEK, random));
        ReportFilter rowsOf = filters.get(random.nextInt(filters.size()));
        for (ReportFilter filter : filters) {
            List<ExpectedConversation> through =
                    expected.stream().filter(c -> matches(c, filter)).toList();
            Map<Metric, Report> counted = inThatZone.reports(EnumSet.allOf(Metric.class), filter);
            for (Metric metric : Metric.values()) {
                String what = "seed " + seed + ", " + zone + ", " + metric + ", " + filter;
                assertThat(filter != filters.get(0)
                                || counted.get(metric).total().value() != null)
                        .as(what)
                        .isTrue();
                compare(counted.get(metric), filter, through, zone, what);
                if (filter.equals(rowsOf)) {
                    compareRows(inThatZone, metric, filter, through, zone, what);
                }
            }
        }
    }

    private void compare(
            Report report, ReportFilter filter, List<ExpectedConversation> through, ZoneId zone, String what) {
        String metric = report.metric().id();
        ExpectedFigures whole = new ExpectedFigures(through, at -> isIn(filter, at, zone));
        assertSame(report.total(), whole.figure(metric, null), null, what);
        assertThat(report.totals()).as(what).containsOnlyKeys(whole.keys(metric));
        report.totals().forEach((key, figure) -> assertSame(figure, whole.figure(metric, key), key, what));
        for (Point point : report.series()) {
            ExpectedFigures bucket = new ExpectedFigures(
                    through,
                    at -> isIn(filter, at, zone)
                            && bucketOf(LocalDate.ofInstant(at, zone), filter.bucket())
                                    .equals(point.bucket()));
            assertSame(point.figure(), bucket.figure(metric, point.key()), point.key(), what + " " + point.bucket());
        }
    }

    private static void compareRows(
            Figures reports,
            Metric metric,
            ReportFilter filter,
            List<ExpectedConversation> through,
            ZoneId zone,
            String what) {
        ExpectedFigures whole = new ExpectedFigures(through, at -> isIn(filter, at, zone));
        List<String> keys = new ArrayList<>(whole.keys(metric.id()));
        keys.add(null);
        for (String key : keys) {
            List<String> listed = new ArrayList<>();
            String cursor = null;
            do {
                ConversationList page =
                        reports.conversations(metric, filter, null, key, RowsRequest.latest(cursor, 40));
                listed.addAll(
                        page.rows().stream().map(ConversationRow::externalId).toList());
                cursor = page.next();
                assertThat(page.total())
                        .as(what)
                        .isEqualTo(whole.rows(metric.id(), key).size());
            } while (cursor != null);
            assertThat(listed)
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(whole.rows(metric.id(), key).stream()
                            .map(ExpectedConversation::id)
                            .toList());
        }
    }

    private static void assertSame(Figure figure, ExpectedFigure expected, String key, String what) {
        boolean near = "median".equals(key) || "p90".equals(key);
        if (near && expected.value() != null) {
            assertThat(figure.value()).as(what).isCloseTo(expected.value(), Percentage.withPercentage(2));
        } else {
            assertThat(figure.value()).as(what).isEqualTo(expected.value());
        }
        assertThat(figure)
                .as(what)
                .isEqualTo(new Figure(
                        figure.value(),
                        expected.numerator(),
                        expected.denominator(),
                        expected.pending(),
                        expected.lower(),
                        expected.upper()));
    }

    /** Out of order, in several requests, and some of it twice. */
    private void take(List<Step> steps, Random random) {
        List<Step> shuffled = new ArrayList<>(steps);
        steps.stream().filter(step -> random.nextInt(6) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        for (int from = 0; from < shuffled.size(); from += 150) {
            List<EventDocument> documents = shuffled.subList(from, Math.min(from + 150, shuffled.size())).stream()
                    .map(step -> new EventDocument(step.json().getBytes(StandardCharsets.UTF_8)))
                    .toList();
            assertThat(intake.take(documents))
                    .extracting(EventResult::status)
                    .doesNotContain(EventResult.Status.REJECTED);
        }
    }

    private static boolean isHeldBack(Step step, long seed) {
        return new Random(step.event().hashCode() * 31L + seed).nextInt(8) == 0;
    }

    /** Those that were given, and those that are due now. */
    private Map<String, ExpectedVerdict> verdicts(List<Step> told, Map<String, ExpectedVerdict> given) {
        Map<String, ExpectedVerdict> verdicts = new HashMap<>(given);
        told.stream().collect(groupingBy(Step::conversation)).forEach((id, steps) -> {
            if (!verdicts.containsKey(id)) {
                ExpectedConversation.verdictDue(steps, clock.instant()).ifPresent(verdict -> verdicts.put(id, verdict));
            }
        });
        return verdicts;
    }

    private static List<ExpectedConversation> expected(List<Step> told, Map<String, ExpectedVerdict> verdicts) {
        return told.stream().collect(groupingBy(Step::conversation)).entrySet().stream()
                .map(entry -> ExpectedConversation.of(entry.getValue(), verdicts.get(entry.getKey())))
                .toList();
    }

    /** What other tests have told is out of the way. */
    private void nothingElseCounts() {
        new Rows(database).change("update conversation set test = true");
        new BeginGeneration(new RollupTables(database), settings, clock).begin();
    }

    private static Settings inZone(ZoneId zone) {
        Map<String, String> configured = Map.of("answerloop.reporting.zone", zone.getId());
        return new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(configured.keySet());
    }

    private static ReportFilter filter(LocalDate from, LocalDate to, Bucket bucket, Random random) {
        return new ReportFilter(
                from,
                to,
                bucket,
                random.nextInt(3) == 0 ? "channel-1" : null,
                random.nextInt(3) == 0 ? "agent-0" : null,
                random.nextInt(3) == 0 ? "fr" : null);
    }

    private static boolean matches(ExpectedConversation c, ReportFilter filter) {
        return (filter.channel() == null || filter.channel().equals(c.channel()))
                && (filter.agent() == null || filter.agent().equals(c.agent()))
                && (filter.language() == null || filter.language().equals(c.language()));
    }

    private static boolean isIn(ReportFilter filter, Instant at, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        return !date.isBefore(filter.from()) && date.isBefore(filter.to());
    }

    private static LocalDate bucketOf(LocalDate date, Bucket bucket) {
        return switch (bucket) {
            case DAY -> date;
            case WEEK -> date.minusDays(date.getDayOfWeek().getValue() - 1L);
            case MONTH -> LocalDate.of(date.getYear(), date.getMonth(), 1);
        };
    }
}
