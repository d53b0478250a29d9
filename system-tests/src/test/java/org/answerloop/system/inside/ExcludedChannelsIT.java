package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.conversation.application.ExcludedChannels;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.report.application.Figures;
import org.answerloop.report.application.RefreshRollup;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.RowsRequest;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.story.RandomHistory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A channel that is left out counts nowhere from that moment on, and counts again when it is taken back. */
@ExtendWith(ArquillianExtension.class)
class ExcludedChannelsIT {

    private static final String CHANNEL = "channel-1";

    @EJB
    private EventIntake intake;

    @EJB
    private RefreshRollup refresh;

    @EJB
    private Figures reports;

    @EJB
    private ExcludedChannels excluded;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Inject
    private HttpServletRequest request;

    @AfterEach
    void everyChannelCounts() {
        for (String channel : Administrator.does(request, excluded::list)) {
            does(() -> excluded.include(channel));
        }
    }

    @Test
    void figures_lists_and_choices_are_without_it_whatever_was_counted_before() throws Exception {
        intake.take(RandomHistory.of(7, "/tests/excluded", "channel-", clock.instant(), 80).stream()
                .map(step -> new EventDocument(step.json().getBytes(StandardCharsets.UTF_8)))
                .toList());
        refresh.run();
        Map<Metric, Report> before = figures();
        double ofChannel = ofChannel(before);
        assertThat(ofChannel).isPositive();

        AtomicBoolean counting = new AtomicBoolean(true);
        CompletableFuture<Void> refreshing = CompletableFuture.runAsync(() -> {
            do {
                refresh.run();
            } while (counting.get());
        });
        try {
            does(() -> excluded.exclude(CHANNEL));
            isWithout(before, ofChannel);
        } finally {
            counting.set(false);
            refreshing.get(2, TimeUnit.MINUTES);
        }
        refresh.run();
        assertThat(new Rows(database).count("select count(*) from stale_span")).isZero();
        isWithout(before, ofChannel);

        does(() -> excluded.include(CHANNEL));
        assertThat(handled(figures())).isEqualTo(handled(before));
        refresh.run();
        assertThat(handled(figures())).isEqualTo(handled(before));
        assertThat(ofChannel(figures())).isEqualTo(ofChannel);
    }

    @Test
    void it_is_written_down_and_nobody_else_may() {
        does(() -> excluded.exclude(CHANNEL));
        does(() -> excluded.exclude(CHANNEL));

        Rows rows = new Rows(database);
        assertThat(rows.of(
                        "select who from audit_entry where action = 'channel.excluded' and subject = ?"
                                + " and before_it is null and after_it = ? order by id desc fetch first 1 rows only",
                        CHANNEL,
                        CHANNEL))
                .containsExactly(Administrator.NAME);
        assertThat(Administrator.does(request, excluded::list)).containsExactly(CHANNEL);
        assertThatThrownBy(() -> DemoUser.does("maya", request, () -> {
                    excluded.include(CHANNEL);
                    return null;
                }))
                .isInstanceOf(EJBAccessException.class);
    }

    private void isWithout(Map<Metric, Report> before, double ofChannel) {
        Map<Metric, Report> now = figures();
        assertThat(handled(now)).isEqualTo(handled(before) - ofChannel);
        assertThat(now.get(Metric.HANDLED_BY_CHANNEL).totals()).doesNotContainKey(CHANNEL);
        assertThat(Administrator.does(
                                request,
                                () -> reports.conversations(
                                        Metric.HANDLED, filter(), null, null, RowsRequest.latest(null, 1)))
                        .total())
                .isEqualTo((long) handled(now));
        assertThat(Administrator.does(request, reports::choices).channels()).doesNotContain(CHANNEL);
    }

    private Map<Metric, Report> figures() {
        return Administrator.does(request, () -> reports.reports(EnumSet.allOf(Metric.class), filter()));
    }

    private static double handled(Map<Metric, Report> figures) {
        return figures.get(Metric.HANDLED).total().value();
    }

    private static double ofChannel(Map<Metric, Report> figures) {
        return figures.get(Metric.HANDLED_BY_CHANNEL).totals().get(CHANNEL).value();
    }

    private ReportFilter filter() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), reports.zone());
        return new ReportFilter(LocalDate.of(2020, 12, 1), today.plusDays(1), Bucket.MONTH, null, null, null);
    }

    private void does(Runnable work) {
        Administrator.does(request, () -> {
            work.run();
            return null;
        });
    }
}
