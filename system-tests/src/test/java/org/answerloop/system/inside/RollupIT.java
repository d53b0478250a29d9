package org.answerloop.system.inside;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.report.application.BeginGeneration;
import org.answerloop.report.application.Figures;
import org.answerloop.report.application.RefreshChunk;
import org.answerloop.report.application.RefreshRollup;
import org.answerloop.report.infrastructure.RollupReportSource;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.resolution.application.EvaluateDueConversations;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.story.ExpectedConversation;
import org.answerloop.system.story.ExpectedConversation.ExpectedVerdict;
import org.answerloop.system.story.RandomHistory;
import org.answerloop.system.story.Step;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.util.stream.Collectors.groupingBy;

/** Random conversations through the real intake: every figure by the rollup, directly, and by an oracle in plain Java. */
@ExtendWith(ArquillianExtension.class)
class RollupIT {

    private static final System.Logger LOG = System.getLogger(RollupIT.class.getName());
    private static final String SOURCE = "/tests/rollup";
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);
    private static final int CONVERSATIONS = 60;

    @Inject
    private History history;

    @EJB
    private EvaluateDueConversations evaluation;

    @EJB
    private RefreshRollup refresh;

    @EJB
    private Figures reports;

    @Inject
    private Settings settings;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void every_figure_is_what_was_told_in_every_zone() {
        for (long seed : SEEDS) {
            LOG.log(System.Logger.Level.INFO, "Figures of the seed {0}", seed);
            Random random = new Random(seed);
            List<ExpectedConversation> expected = tell(seed, random, () -> {});
            for (ZoneId zone : RandomHistory.ZONES) {
                compare(expected, zone, random, seed);
            }
        }
    }

    @Test
    void days_that_were_counted_before_the_rest_came_say_the_same() {
        long seed = 5;
        Random random = new Random(seed);
        List<ExpectedConversation> expected = tell(seed, random, refresh::run);

        compare(reports, expected, settings.zone(), random, "seed " + seed + ", counted in part");
        refresh.run();
        compare(reports, expected, settings.zone(), random, "seed " + seed + ", counted");
    }

    /** @param meanwhile is done when most has been told and nothing is decided */
    private List<ExpectedConversation> tell(long seed, Random random, Runnable meanwhile) {
        history.begin();
        List<Step> told = RandomHistory.of(seed, SOURCE, "channel-", clock.instant(), CONVERSATIONS);
        List<Step> early = told.stream().filter(step -> !isHeldBack(step, seed)).toList();
        List<Step> late = told.stream().filter(step -> isHeldBack(step, seed)).toList();

        history.tell(early, random);
        meanwhile.run();
        clock.advance(GRACE.plusSeconds(1));
        Map<String, ExpectedVerdict> verdicts = verdicts(early, Map.of());
        evaluation.run();
        history.tell(late, random);
        clock.advance(GRACE.plusSeconds(1));
        verdicts = verdicts(told, verdicts);
        evaluation.run();
        return expected(told, verdicts);
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
        compare(inThatZone, expected, zone, random, "seed " + seed);
    }

    private void compare(
            Figures inThatZone, List<ExpectedConversation> expected, ZoneId zone, Random random, String what) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        ReportFilter all = filter(LocalDate.of(2020, 12, 1), today.plusDays(1), Bucket.MONTH, random);
        List<ReportFilter> filters = List.of(
                new ReportFilter(all.from(), all.to(), Bucket.MONTH, null, null, null),
                all,
                filter(LocalDate.of(2020, 12, 21), LocalDate.of(2021, 1, 12), Bucket.WEEK, random),
                filter(LocalDate.of(2025, 12, 22), LocalDate.of(2026, 1, 8), Bucket.WEEK, random),
                filter(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 12), Bucket.DAY, random),
                filter(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 11, 30), Bucket.WEEK, random),
                filter(today.minusDays(20), today.plusDays(1), Bucket.WEEK, random));
        ReportFilter rowsOf = filters.get(random.nextInt(filters.size()));
        for (ReportFilter filter : filters) {
            ComparedFigures compared = new ComparedFigures(inThatZone, filter, zone, expected, what);
            compared.agree(filter == filters.get(0));
            if (filter.equals(rowsOf)) {
                compared.haveTheirRows();
            }
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
}
