package org.answerloop.system.inside;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.answerloop.report.application.Figures;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.RowsRequest;
import org.answerloop.system.story.ExpectedConversation;
import org.answerloop.system.story.ExpectedFigures;
import org.answerloop.system.story.ExpectedFigures.ExpectedFigure;
import org.assertj.core.data.Percentage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The figures of a filter, beside what the definitions say of the same conversations.
 *
 * @param reports count in the zone
 * @param told all conversations, whether they go through the filter or not
 * @param what tells one comparison from another
 */
record ComparedFigures(
        Figures reports, ReportFilter filter, ZoneId zone, List<ExpectedConversation> told, String what) {

    ComparedFigures {
        told = told.stream()
                .filter(conversation -> matches(conversation, filter))
                .toList();
        what = what + ", " + zone + ", " + filter;
    }

    /** @param isWorthIt whether each of them has a value */
    void agree(boolean isWorthIt) {
        ExpectedFigures whole = new ExpectedFigures(told, this::isIn);
        reports.reports(EnumSet.allOf(Metric.class), filter).forEach((metric, report) -> {
            String name = metric + ", " + what;
            assertThat(!isWorthIt || report.total().value() != null).as(name).isTrue();
            assertSame(report.total(), whole.figure(metric.id(), null), null, name);
            assertThat(report.totals()).as(name).containsOnlyKeys(whole.keys(metric.id()));
            report.totals().forEach((key, figure) -> assertSame(figure, whole.figure(metric.id(), key), key, name));
            report.series().forEach(point -> agree(metric, point, name + ", " + point.bucket()));
        });
    }

    private void agree(Metric metric, Point point, String name) {
        ExpectedFigures bucket = new ExpectedFigures(
                told,
                at -> isIn(at)
                        && bucketOf(LocalDate.ofInstant(at, zone), filter.bucket())
                                .equals(point.bucket()));
        assertSame(point.figure(), bucket.figure(metric.id(), point.key()), point.key(), name);
    }

    /** The conversations behind each of them are those that it counts. */
    void haveTheirRows() {
        ExpectedFigures whole = new ExpectedFigures(told, this::isIn);
        for (Metric metric : Metric.values()) {
            List<String> keys = new ArrayList<>(whole.keys(metric.id()));
            keys.add(null);
            for (String key : keys) {
                List<String> expected = whole.rows(metric.id(), key).stream()
                        .map(ExpectedConversation::id)
                        .toList();
                assertThat(listed(metric, key, expected.size()))
                        .as("%s, %s, %s", metric, key, what)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private List<String> listed(Metric metric, String key, int total) {
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            ConversationList page = reports.conversations(metric, filter, null, key, RowsRequest.latest(cursor, 40));
            page.rows().forEach(row -> listed.add(row.externalId()));
            cursor = page.next();
            assertThat(page.total()).as("%s, %s, %s", metric, key, what).isEqualTo(total);
        } while (cursor != null);
        return listed;
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

    private static boolean matches(ExpectedConversation c, ReportFilter filter) {
        return (filter.channel() == null || filter.channel().equals(c.channel()))
                && (filter.agent() == null || filter.agent().equals(c.agent()))
                && (filter.language() == null || filter.language().equals(c.language()));
    }

    private boolean isIn(Instant at) {
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
