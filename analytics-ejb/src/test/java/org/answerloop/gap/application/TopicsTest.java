package org.answerloop.gap.application;

import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.QuestionFilter.Which;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicList;
import org.answerloop.gap.model.TopicQuestion;
import org.answerloop.gap.model.TopicQuestions;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.gap.model.TopicState;
import org.answerloop.kernel.Sql;
import org.answerloop.kernel.UnknownCursorException;
import org.answerloop.report.application.BeginGeneration;
import org.answerloop.report.application.Figures;
import org.answerloop.report.application.RefreshChunk;
import org.answerloop.report.infrastructure.RollupReportSource;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.report.infrastructure.StaleFiguresInDatabase;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The list is counted a second time here, in plain Java over the same questions, and has to be the same. */
class TopicsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Instant BEGAN = Instant.parse("2026-10-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZONE);
    private static final int CONVERSATIONS = 80;
    private static final int QUESTIONS = 300;
    private static final int TOPICS = 16;
    private static final int ALL_DISMISSED = 15;

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Map<String, String> CONFIGURED =
            Map.of("answerloop.reporting.zone", ZONE.getId(), "answerloop.week.start", "MONDAY");
    private static final Settings SETTINGS =
            new SettingsReader(name -> Optional.ofNullable(CONFIGURED.get(name))).read(CONFIGURED.keySet());

    private final Random random = new Random(20_261_123);
    private final List<Asked> asked = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void every_topic_is_counted_by_its_conversations(MigratedDatabase database) throws SQLException {
        DataSource dataSource = database.open("topics");
        Topics topics = tell(dataSource);
        countAll(dataSource);

        for (TopicSelection selection : TopicSelection.values()) {
            for (TopicFilter filter : List.of(
                    new TopicFilter(selection, null, null, null, null, null, null),
                    new TopicFilter(selection, "fr", null, null, null, null, null),
                    new TopicFilter(selection, null, "chat", null, null, null, null),
                    new TopicFilter(selection, null, null, "a-1", null, null, null),
                    new TopicFilter(selection, null, null, null, day(9), day(40), null),
                    new TopicFilter(selection, "en", "mail", "a-0", day(3), null, "TOPIC 1"),
                    new TopicFilter(selection, null, null, null, null, null, "topic 1"),
                    new TopicFilter(selection, null, null, null, null, null, "%"))) {
                assertThat(allOf(topics, filter)).as("%s", filter).isEqualTo(expected(filter));
            }
        }
        assertThat(topics.countOpen())
                .isPositive()
                .isEqualTo(expected(TopicFilter.NONE).size());
    }

    @ParameterizedTest
    @EnumSource
    void the_questions_of_a_topic_are_those_that_its_figures_count(MigratedDatabase database) throws SQLException {
        DataSource dataSource = database.open("questions");
        Topics topics = tell(dataSource);
        countAll(dataSource);

        for (TopicFilter filter : List.of(
                new TopicFilter(TopicSelection.ALL, null, null, null, null, null, null),
                new TopicFilter(TopicSelection.ALL, null, "mail", "a-2", day(5), day(45), null))) {
            for (TopicRow row : topics.list(filter, null, 50).rows()) {
                List<TopicQuestion> counted = questionsOf(topics, row.id(), filter, Which.COUNTED);
                assertThat(counted.stream()
                                .map(TopicQuestion::conversationId)
                                .distinct()
                                .count())
                        .isEqualTo(row.conversations());
                assertThat(counted).allMatch(question -> question.dismissal() == null);
                assertThat(questionsOf(topics, row.id(), filter, Which.DISMISSED))
                        .allSatisfy(question ->
                                assertThat(question.dismissal().reason()).isEqualTo("=1+1"));
                assertThat(questionsOf(topics, row.id(), filter, Which.ALL))
                        .isSortedAccordingTo(Comparator.comparing(TopicQuestion::askedAt)
                                .thenComparing(TopicQuestion::id)
                                .reversed());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_impact_is_measured_by_is_what_the_resolution_rate_is_of(MigratedDatabase database)
            throws SQLException {
        DataSource dataSource = database.open("impact");
        Topics topics = tell(dataSource);
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
        Topics topics = tell(dataSource);
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
        Topics topics = tell(dataSource);
        countAll(dataSource);
        TopicRow before = topics.list(TopicFilter.NONE, null, 1).rows().get(0);
        long conversation = questionsOf(topics, before.id(), TopicFilter.NONE, Which.COUNTED)
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

    @Test
    void a_page_that_no_list_gave_is_refused() {
        Topics topics = topics(MigratedDatabase.H2.open("topic-cursors"));

        for (String cursor : List.of("x'--", "abc.12", "abc.1-x")) {
            assertThatExceptionOfType(UnknownCursorException.class)
                    .isThrownBy(() -> topics.list(TopicFilter.NONE, cursor, 10));
        }
        assertThatExceptionOfType(UnknownCursorException.class)
                .isThrownBy(() -> topics.questions(1, QuestionFilter.ALL, "abc.1-x", 10));
        assertThat(topics.find(77)).isEmpty();
    }

    private static List<Line> allOf(Topics topics, TopicFilter filter) {
        List<Line> rows = new ArrayList<>();
        String cursor = null;
        do {
            TopicList page = topics.list(filter, cursor, 2);
            page.rows().forEach(row -> rows.add(Line.of(row)));
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    private static List<TopicQuestion> questionsOf(Topics topics, long topic, TopicFilter filter, Which which) {
        QuestionFilter of =
                new QuestionFilter(which, filter.channel(), filter.customerAgent(), filter.from(), filter.to());
        List<TopicQuestion> questions = new ArrayList<>();
        String cursor = null;
        do {
            TopicQuestions page = topics.questions(topic, of, cursor, 3);
            questions.addAll(page.rows());
            cursor = page.next();
            if (cursor == null) {
                assertThat(page.total()).isEqualTo(questions.size());
            }
        } while (cursor != null);
        return questions;
    }

    private List<Line> expected(TopicFilter filter) {
        List<Line> rows = new ArrayList<>();
        long settled = IntStream.rangeClosed(1, CONVERSATIONS)
                .filter(id -> outcome(id) != null && counts(filter, id) && within(filter, firstPart(id)))
                .count();
        for (long topic = 1; topic <= TOPICS; topic++) {
            long id = topic;
            List<Asked> ofChannel = asked.stream()
                    .filter(one -> one.topic() == id && counts(filter, one.conversation()))
                    .toList();
            List<Asked> of =
                    ofChannel.stream().filter(one -> within(filter, one.at())).toList();
            List<Asked> counted = of.stream().filter(one -> !one.dismissed()).toList();
            boolean named = filter.words() == null
                    || title(id)
                            .toLowerCase(Locale.ROOT)
                            .contains(filter.words().toLowerCase(Locale.ROOT));
            if (named
                    && isListed(filter.selection(), id, of, counted)
                    && (filter.language() == null || filter.language().equals(language(id)))) {
                rows.add(new Line(
                        id,
                        state(id),
                        conversations(counted, one -> true),
                        conversations(
                                counted,
                                one -> Objects.equals(outcome(one.conversation()), "NOT_RESOLVED")
                                        && within(filter, firstPart(one.conversation()))),
                        settled,
                        (counted.isEmpty() ? of : counted)
                                .stream().map(Asked::at).max(Instant::compareTo).orElseThrow(),
                        weeks(ofChannel)));
            }
        }
        rows.sort(Comparator.comparingLong(Line::unresolved)
                .thenComparing(Line::lastAskedAt)
                .thenComparingLong(Line::id)
                .reversed());
        return rows;
    }

    private static boolean isListed(TopicSelection selection, long topic, List<Asked> of, List<Asked> counted) {
        boolean open = state(topic) == TopicState.OPEN || state(topic) == TopicState.REOPENED;
        boolean snoozed = snoozedUntil(topic) != null && snoozedUntil(topic).isAfter(TODAY);
        return switch (selection) {
            case OPEN -> !counted.isEmpty() && open && !snoozed;
            case REOPENED -> !counted.isEmpty() && state(topic) == TopicState.REOPENED && !snoozed;
            case SNOOZED -> !counted.isEmpty() && open && snoozed;
            case RESOLVED -> !counted.isEmpty() && state(topic) == TopicState.RESOLVED;
            case DISMISSED -> !of.isEmpty() && (state(topic) == TopicState.DISMISSED || counted.isEmpty());
            case ALL -> !of.isEmpty();
        };
    }

    private static List<Long> weeks(List<Asked> of) {
        LocalDate running = TODAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.rangeClosed(0, 7)
                .mapToObj(week -> running.minusWeeks(7L - week))
                .map(monday -> conversations(
                        of,
                        one -> !one.dismissed()
                                && LocalDate.ofInstant(one.at(), ZONE)
                                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                        .equals(monday)))
                .toList();
    }

    private static long conversations(List<Asked> of, Predicate<Asked> which) {
        return of.stream().filter(which).map(Asked::conversation).distinct().count();
    }

    private static boolean within(TopicFilter filter, Instant moment) {
        return (filter.from() == null || !moment.isBefore(filter.from()))
                && (filter.to() == null || moment.isBefore(filter.to()));
    }

    private static boolean counts(TopicFilter filter, long conversation) {
        return conversation % 11 != 0
                && conversation % 12 != 0
                && (filter.channel() == null || filter.channel().equals(channel(conversation)))
                && (filter.customerAgent() == null || filter.customerAgent().equals(agent(conversation)));
    }

    private Topics tell(DataSource dataSource) {
        for (int i = 1; i <= QUESTIONS; i++) {
            long topic = 1L + random.nextInt(TOPICS);
            asked.add(new Asked(
                    i,
                    1L + random.nextInt(CONVERSATIONS),
                    BEGAN.plus(Duration.ofHours(5L * (i / 2))),
                    topic,
                    topic == ALL_DISMISSED || random.nextInt(5) == 0));
        }
        for (long id = 1; id <= CONVERSATIONS; id++) {
            change(
                    dataSource,
                    """
                    insert into conversation (version, source, ticket_closed, redacted, began_at,
                      earliest_event_at, last_arrival_at, message_count, reply_count, id, external_id, channel,
                      agent_id, outcome, test, spam, first_part_at)
                    values (1, 'shop', false, false, current_timestamp, current_timestamp, current_timestamp, 0, 0,
                      ?, ?, ?, ?, ?, ?, ?, ?)""",
                    id,
                    "c-" + id,
                    channel(id),
                    agent(id),
                    outcome(id),
                    id % 11 == 0,
                    id % 12 == 0,
                    firstPart(id));
        }
        for (long id = 1; id <= TOPICS; id++) {
            change(
                    dataSource,
                    "insert into topic (id, language, title, phrases, created_at, state, snoozed_until)"
                            + " values (?, ?, ?, '', ?, ?, ?)",
                    id,
                    language(id),
                    title(id),
                    BEGAN,
                    state(id).name(),
                    snoozedUntil(id));
        }
        for (Asked one : asked) {
            change(dataSource, """
                    insert into unanswered_question (id, conversation_id, event_id, asked_at, question,
                      question_key, topic_id, dismissed_at, dismissed_by, dismissal_reason)
                    values (?, ?, 'e', ?, '<b>Why?</b>', 'k', ?, cast(? as timestamp with time zone), 'edgar', '=1+1')""", one.id(), one.conversation(), one.at(), one.topic(), one.dismissed() ? NOW : null);
        }
        new TopicCounts(dataSource).haveCounted(asked.stream().map(Asked::topic).toList());
        return topics(dataSource);
    }

    private static Topics topics(DataSource dataSource) {
        return new Topics(dataSource, figures(dataSource), new ReportCalendar(ZONE, DayOfWeek.MONDAY), CLOCK);
    }

    private static Figures figures(DataSource dataSource) {
        return new Figures(new RollupReportSource(dataSource, SETTINGS), SETTINGS, CLOCK);
    }

    private static void countAll(DataSource dataSource) {
        CountStaleTopics stale = new CountStaleTopics(dataSource, new TopicCounts(dataSource));
        assertThat(stale.findTopics()).isFalse();
        assertThat(stale.count(0)).isZero();
        assertThat(new Sql().add("select id from stale_topic").list(dataSource, row -> row.getLong(1)))
                .isEmpty();
    }

    private static Instant day(int day) {
        return BEGAN.plus(Duration.ofDays(day));
    }

    private static Instant firstPart(long conversation) {
        return BEGAN.plus(Duration.ofHours(16 * conversation));
    }

    private static String title(long topic) {
        return "Topic " + topic;
    }

    private static String language(long topic) {
        return topic % 3 == 0 ? "fr" : "en";
    }

    private static TopicState state(long topic) {
        return TopicState.values()[topic % 5 == 0 || topic > TOPICS - 3 ? 0 : (int) topic % 4];
    }

    private static LocalDate snoozedUntil(long topic) {
        return topic % 5 == 0 ? TODAY.plusDays(topic / 5 - 1) : null;
    }

    private static String channel(long conversation) {
        return conversation % 2 == 0 ? "chat" : "mail";
    }

    private static String agent(long conversation) {
        return "a-" + conversation % 3;
    }

    private static String outcome(long conversation) {
        return conversation % 4 == 0 ? null : conversation % 4 == 1 ? "RESOLVED" : "NOT_RESOLVED";
    }

    private static void change(DataSource dataSource, String sql, Object... values) {
        new Sql().add(sql, values).update(dataSource);
    }

    private record Asked(long id, long conversation, Instant at, long topic, boolean dismissed) {}

    /** What the list tells of a topic. */
    private record Line(
            long id,
            TopicState state,
            long conversations,
            long unresolved,
            long settled,
            Instant lastAskedAt,
            List<Long> weeks) {

        static Line of(TopicRow row) {
            return new Line(
                    row.id(),
                    row.standing().state(),
                    row.conversations(),
                    row.unresolved(),
                    row.settled(),
                    row.lastAskedAt(),
                    row.weeks().stream().map(TopicRow.Week::conversations).toList());
        }
    }
}
