package org.answerloop.gap.application;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.BeginGeneration;
import org.answerloop.report.application.RefreshChunk;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.report.infrastructure.StaleFiguresInDatabase;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.answerloop.gap.application.TopicStory.BEGAN;
import static org.answerloop.gap.application.TopicStory.CLOCK;
import static org.answerloop.gap.application.TopicStory.SETTINGS;
import static org.answerloop.gap.application.TopicStory.TODAY;
import static org.answerloop.gap.application.TopicStory.ZONE;
import static org.answerloop.gap.application.TopicStory.change;
import static org.answerloop.gap.application.TopicStory.countAll;
import static org.answerloop.gap.application.TopicStory.day;
import static org.answerloop.gap.application.TopicStory.figures;
import static org.answerloop.gap.application.TopicStory.firstPart;
import static org.assertj.core.api.Assertions.assertThat;

/** The figures of topics are those of the moment of asking, and those of the reports where both tell the same. */
class TopicFiguresTest {

    private final TopicStory story = new TopicStory();

    @ParameterizedTest
    @EnumSource
    void what_the_impact_is_measured_by_is_what_the_resolution_rate_is_of(MigratedDatabase database)
            throws SQLException {
        DataSource dataSource = database.open("impact");
        Topics topics = story.tell(dataSource);
        countAll(dataSource);
        RollupTables rollup = new RollupTables(dataSource);
        RefreshChunk refresh = new RefreshChunk(rollup, SETTINGS, CLOCK);
        compareWithReports(topics, dataSource);

        new BeginGeneration(rollup, SETTINGS, CLOCK).begin();
        compareWithReports(topics, dataSource);
        assertThat(refresh.refresh(rollup.latestStale())).isPositive();
        compareWithReports(topics, dataSource);
        while (refresh.refresh(rollup.latestStale()) > 0) {
            compareWithReports(topics, dataSource);
        }

        long before = settled(topics, TopicFilter.NONE);
        change(dataSource, "update conversation set outcome = 'RESOLVED' where id = 4");
        new StaleFiguresInDatabase(rollup, SETTINGS).changedAt(List.of(firstPart(4)));
        assertThat(settled(topics, TopicFilter.NONE)).isEqualTo(before + 1);
        compareWithReports(topics, dataSource);
    }

    private static void compareWithReports(Topics topics, DataSource dataSource) {
        LocalDate first = LocalDate.ofInstant(BEGAN, ZONE);
        for (String channel : Arrays.asList(null, "chat")) {
            for (String agent : Arrays.asList(null, "a-1")) {
                ReportFilter of = new ReportFilter(first, TODAY.plusDays(9), Bucket.DAY, channel, agent, null);
                TopicFilter all = new TopicFilter(TopicSelection.ALL, null, channel, agent, null, null, null);
                assertThat(settled(topics, all)).isEqualTo(ofTheResolutionRate(dataSource, of));
                ReportFilter some = of.within(first.plusDays(5), first.plusDays(30));
                TopicFilter within = new TopicFilter(
                        TopicSelection.ALL, null, channel, agent, begin(some.from()), begin(some.to()), null);
                assertThat(settled(topics, within)).isEqualTo(ofTheResolutionRate(dataSource, some));
            }
        }
    }

    private static long settled(Topics topics, TopicFilter filter) {
        return topics.list(filter, null, 1).rows().get(0).settled();
    }

    private static long ofTheResolutionRate(DataSource dataSource, ReportFilter filter) {
        return figures(dataSource)
                .report(Metric.RESOLUTION_RATE, filter)
                .total()
                .denominator();
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    @ParameterizedTest
    @EnumSource
    void a_topic_by_itself_has_the_figures_that_it_has_in_the_list(MigratedDatabase database) throws SQLException {
        DataSource dataSource = database.open("topic");
        Topics topics = story.tell(dataSource);
        countAll(dataSource);

        for (TopicFilter filter : List.of(
                new TopicFilter(TopicSelection.ALL, null, null, null, null, null, null),
                new TopicFilter(TopicSelection.ALL, null, "mail", null, day(3), null, null),
                new TopicFilter(TopicSelection.ALL, null, "chat", "a-2", day(5), day(45), null))) {
            List<TopicRow> rows = topics.list(filter, null, 50).rows();
            assertThat(rows)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(
                                    topics.find(row.id(), filter).orElseThrow().row())
                            .isEqualTo(row));
        }
    }

    @ParameterizedTest
    @EnumSource
    void figures_are_those_of_now_also_while_they_wait_to_be_counted(MigratedDatabase database) throws SQLException {
        DataSource dataSource = database.open("stale");
        Topics topics = story.tell(dataSource);
        countAll(dataSource);
        TopicRow before = topics.list(TopicFilter.NONE, null, 1).rows().get(0);
        long conversation = topics.questions(before.id(), QuestionFilter.COUNTED, null, 1)
                .rows()
                .get(0)
                .conversationId();

        change(dataSource, "update conversation set spam = true where id = ?", conversation);
        new TopicCounts(dataSource).haveCountedOf(List.of(conversation));

        assertThat(topics.list(TopicFilter.NONE, null, 1).rows().get(0).conversations())
                .isEqualTo(before.conversations() - 1)
                .isEqualTo(topics.find(before.id()).orElseThrow().row().conversations());
        countAll(dataSource);
        assertThat(topics.find(before.id()).orElseThrow().row().conversations()).isEqualTo(before.conversations() - 1);
        assertThat(new Sql()
                        .add("select conversations from topic where id = ?", before.id())
                        .list(dataSource, row -> row.getLong(1)))
                .containsExactly(before.conversations() - 1);
    }

    @Test
    void impact_is_what_the_resolution_rate_would_gain() {
        assertThat(new TopicRow(1, "en", "", "", null, 9, 3, 200, BEGAN, List.of()).impact())
                .hasValue(1.5);
        assertThat(new TopicRow(1, "en", "", "", null, 9, 0, 0, BEGAN, List.of()).impact())
                .isEmpty();
    }
}
