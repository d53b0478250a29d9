package org.answerloop.web.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.answerloop.report.application.Reports;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Tile;
import org.answerloop.report.model.Unit;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.answerloop.wording.Formats;
import org.answerloop.wording.Labels;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportsPageTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-11-22T08:41:12Z");

    private final Settings settings = new SettingsReader(
                    name -> name.equals("answerloop.reporting.zone") ? Optional.of(PARIS.getId()) : Optional.empty())
            .read(List.of());
    private final FilterParameters parameters = new FilterParameters(settings, Clock.fixed(NOW, PARIS));
    private final FixedReports reports = new FixedReports();
    private final ReportsPage page =
            new ReportsPage(reports, parameters, settings, new CardMemory(), EnglishTexts.texts());

    @Test
    void the_head_says_for_whom_in_which_zone_and_how_fresh() {
        page.load();

        assertThat(page.getLead())
                .isEqualTo("How Aria and Basil served your visitors. Europe/Paris, weeks from Monday."
                        + " Fresh as of 09:41:12.");
    }

    @Test
    void the_note_says_what_is_settled_and_how_many_are_awaited() {
        page.load();

        assertThat(page.getNote())
                .isEqualTo(
                        "Everything up to 19 Nov is settled. 412 conversations of these dates still run their 72 hours:"
                                + " hatched and dashed parts may change.");
    }

    @Test
    void a_report_that_fails_leaves_the_others_standing() {
        reports.failing = Metric.HANDLED_BY_CHANNEL;

        page.load();

        assertThat(page.getCards().get("handled_by_channel").failed()).isTrue();
        assertThat(page.getCards().get("handled").failed()).isFalse();
        assertThat(page.getCards().values())
                .hasSameSizeAs(Metric.values())
                .filteredOn(ReportCard::failed)
                .hasSize(1);
    }

    @Test
    void a_figure_of_the_week_leads_to_what_happened_in_just_its_span() {
        parameters.setChannel("chat");

        page.load();

        assertThat(page.getTiles().get(0).address())
                .startsWith("conversations.xhtml?")
                .contains("&channel=chat&")
                .endsWith("&since=2026-11-15T23%3A00%3A00Z&before=2026-11-22T08%3A41%3A12Z&impact=handled");
    }

    @Test
    void every_report_has_a_card_in_one_of_the_sections() {
        assertThat(Stream.of(page.getSections()).flatMap(section -> section.getCards().stream()))
                .extracting(CardDesign::getId)
                .containsExactly(Stream.of(Metric.values()).map(Metric::id).toArray(String[]::new));
    }

    @Test
    void a_comparison_is_with_the_weeks_before() {
        parameters.setCompare("previous");

        page.load();

        assertThat(page.getComparison().value()).isEqualTo("8 Jun – 30 Aug 2026");
        assertThat(page.getAgainst()).isEqualTo("against previous period");
        assertThat(page.getCards().get("handled").address()).contains("&compare=previous&");
        assertThat(page.getCards().get("handled").change()).isEqualTo(new Change("unchanged", "same"));
    }

    @Test
    void a_usual_period_goes_with_the_time() {
        parameters.setPeriod("weeks4");

        page.load();

        assertThat(page.getFilter().from()).isEqualTo(LocalDate.of(2026, 10, 26));
        assertThat(parameters.toQuery().text()).isEqualTo("period=weeks4");
    }

    @Test
    void a_figure_leads_to_the_dates_that_it_counted_also_when_its_link_is_opened_later() {
        page.load();

        assertThat(page.getCards().get("handled").address())
                .isEqualTo("conversations.xhtml?from=2026-08-31&until=2026-11-22&bucket=week&metric=handled");
        FilterParameters later = new FilterParameters(settings, Clock.fixed(NOW.plus(Duration.ofDays(9)), PARIS));
        later.setFrom("2026-08-31");
        later.setUntil("2026-11-22");
        later.setBucket("week");
        assertThat(later.toReportFilter()).isEqualTo(page.getFilter());
    }

    @Test
    void other_choices_leave_the_dates_as_they_are_by_default() {
        page.load();

        assertThat(page.getBucket().choices().get(0).address()).isEqualTo("index.xhtml?bucket=day");
    }

    @Test
    void without_the_choices_of_the_filter_the_reports_still_stand() {
        reports.withoutChoices = true;

        page.load();

        assertThat(page.isWithoutData()).isFalse();
        assertThat(page.getCards().get("handled").failed()).isFalse();
        assertThat(page.getNarrowing())
                .allSatisfy(chip -> assertThat(chip.choices()).hasSize(1));
        assertThat(page.getLead()).startsWith("How the customer agent served");
    }

    @Test
    void a_database_without_conversations_is_without_data() {
        reports.choices = FilterChoices.NONE;

        page.load();

        assertThat(page.isWithoutData()).isTrue();
    }

    @Test
    void an_abbreviated_month_does_not_end_a_french_sentence() {
        ReportsPage french = new ReportsPage(
                reports,
                parameters,
                settings,
                new CardMemory(),
                new Texts(Locale.FRENCH, new Formats(Locale.FRENCH, PARIS), new Labels(Locale.FRENCH)));
        for (long pending : new long[] {0, 412}) {
            reports.pending = pending;
            french.load();
            assertThat(french.getNote()).contains("19 nov. ").doesNotContain("..");
        }
    }

    @Test
    void the_last_date_of_the_address_is_included() {
        parameters.setFrom("2026-11-01");
        parameters.setUntil("2026-11-10");

        page.load();

        assertThat(page.getFilter().to()).isEqualTo(LocalDate.of(2026, 11, 11));
        assertThat(page.getDates().value()).isEqualTo("1 Nov – 10 Nov 2026");
    }

    @Test
    void dates_that_cannot_be_used_take_their_default_and_the_page_says_so() {
        parameters.setFrom("2026-13-99");
        parameters.setUntil("2026-11-10");

        page.load();

        assertThat(parameters.isUnusable()).isTrue();
        assertThat(page.getFilter().from()).isEqualTo(LocalDate.of(2026, 8, 31));
    }

    @Test
    void narrowing_can_be_cleared_at_once() {
        page.load();
        assertThat(page.getClearAddress()).isNull();

        parameters.setChannel("chat");
        parameters.setBucket("day");
        page.load();
        assertThat(page.getClearAddress()).isEqualTo("index.xhtml?bucket=day");
    }

    /** Knows the same answer to every question. */
    private static final class FixedReports extends Reports {

        private Metric failing;
        private boolean withoutChoices;
        private long pending = 412;
        private FilterChoices choices = new FilterChoices(
                List.of("chat"),
                List.of(new FilterChoices.Agent("a", "Aria"), new FilterChoices.Agent("b", "Basil")),
                List.of("en"));

        @Override
        public Report report(Metric metric, ReportFilter filter) {
            if (metric == failing) {
                throw new IllegalStateException("no database");
            }
            return new Report(
                    metric,
                    filter.from(),
                    filter.to(),
                    filter.bucket(),
                    PARIS,
                    LocalDate.of(2026, 11, 19),
                    NOW,
                    figure(),
                    metric.keys().keySet().stream().collect(Collectors.toMap(key -> key, key -> figure())),
                    Map.of(),
                    List.of());
        }

        private Figure figure() {
            return new Figure(12020.0, 1L, 12020L, pending, null, null);
        }

        @Override
        public Map<Metric, Report> reports(Set<Metric> metrics, ReportFilter filter) {
            return metrics.stream().collect(Collectors.toMap(metric -> metric, metric -> report(metric, filter)));
        }

        @Override
        public Impact impact(ReportFilter filter) {
            Instant weekBegan = Instant.parse("2026-11-15T23:00:00Z");
            Figure figure = new Figure(760.0, null, null, null, null, null);
            return new Impact(
                    weekBegan,
                    NOW,
                    weekBegan.minus(Duration.ofDays(7)),
                    NOW.minus(Duration.ofDays(7)),
                    List.of(new Tile("handled", Unit.COUNT, figure, figure)));
        }

        @Override
        public FilterChoices choices() {
            if (withoutChoices) {
                throw new IllegalStateException("no database");
            }
            return choices;
        }
    }
}
