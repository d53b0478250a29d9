package org.answerloop.system.inside;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

import org.answerloop.report.application.Figures;
import org.answerloop.report.application.RebuildRollup;
import org.answerloop.report.application.RefreshRollup;
import org.answerloop.report.infrastructure.ConversationReportSource;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.story.RandomHistory;
import org.answerloop.system.story.Step;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The counted days while others are at work, and anew. */
@ExtendWith(ArquillianExtension.class)
class RollupAtWorkIT {

    private static final String SOURCE = "/tests/rollup-at-work";
    private static final int CONVERSATIONS = 180;

    @Inject
    private History history;

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

    @Test
    void two_refreshers_and_senders_at_once_lose_nothing() throws Exception {
        history.begin();
        List<Step> told = RandomHistory.of(99, SOURCE, "busy-", clock.instant(), CONVERSATIONS);
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
                    .forEach(steps -> history.tell(steps, new Random(sender)))));
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
}
