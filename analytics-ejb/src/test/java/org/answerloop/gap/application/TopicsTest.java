package org.answerloop.gap.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;

import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicList;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.kernel.UnknownCursorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The list is counted a second time here, in plain Java over the same questions, and has to be the same. */
class TopicsTest {

    private static final Instant BEGAN = Instant.parse("2026-10-01T08:00:00Z");
    private static final int CONVERSATIONS = 80;
    private static final int TOPICS = 12;

    private final Random random = new Random(20_261_123);
    private final List<Asked> asked = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void every_topic_is_counted_by_its_conversations(MigratedDatabase database) throws SQLException {
        Topics topics = tell(database.open("topics"));

        for (TopicFilter filter : List.of(
                TopicFilter.NONE,
                new TopicFilter("fr", null, null, null, null, null),
                new TopicFilter(null, "chat", null, null, null, null),
                new TopicFilter(null, null, "a-1", null, null, null),
                new TopicFilter(null, null, null, BEGAN.plusSeconds(20), BEGAN.plusSeconds(60), null),
                new TopicFilter("en", "mail", "a-0", BEGAN.plusSeconds(20), null, "TOPIC 1"),
                new TopicFilter(null, null, null, null, null, "%"))) {
            assertThat(allOf(topics, filter)).as("%s", filter).isEqualTo(expected(filter));
        }
    }

    @Test
    void impact_is_what_the_resolution_rate_would_gain() {
        TopicRow row = new TopicRow(1, "en", "", "", 9, 3, 200, BEGAN);

        assertThat(row.impact()).hasValue(1.5);
        assertThat(new TopicRow(1, "en", "", "", 9, 0, 0, BEGAN).impact()).isEmpty();
    }

    @Test
    void a_page_that_no_list_gave_is_refused() {
        Topics topics = new Topics(MigratedDatabase.H2.open("topic-cursors"));

        for (String cursor : List.of("x'--", "abc.12", "abc.1-x")) {
            assertThatExceptionOfType(UnknownCursorException.class)
                    .isThrownBy(() -> topics.list(TopicFilter.NONE, cursor, 10));
        }
    }

    private static List<TopicRow> allOf(Topics topics, TopicFilter filter) {
        List<TopicRow> rows = new ArrayList<>();
        String cursor = null;
        do {
            TopicList page = topics.list(filter, cursor, 2);
            rows.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    private List<TopicRow> expected(TopicFilter filter) {
        List<TopicRow> rows = new ArrayList<>();
        long settled = 0;
        for (long conversation = 1; conversation <= CONVERSATIONS; conversation++) {
            settled += outcome(conversation) != null && counts(filter, conversation) ? 1 : 0;
        }
        for (long topic = 1; topic <= TOPICS; topic++) {
            long id = topic;
            List<Asked> of = asked.stream()
                    .filter(one -> one.topic() == id && counts(filter, one.conversation()))
                    .filter(one -> filter.from() == null || !one.at().isBefore(filter.from()))
                    .filter(one -> filter.to() == null || one.at().isBefore(filter.to()))
                    .toList();
            boolean named = filter.words() == null
                    || title(id)
                            .toLowerCase(Locale.ROOT)
                            .contains(filter.words().toLowerCase(Locale.ROOT));
            if (!of.isEmpty()
                    && named
                    && (filter.language() == null || filter.language().equals(language(id)))) {
                rows.add(row(id, of, settled));
            }
        }
        rows.sort(Comparator.comparingLong(TopicRow::unresolved)
                .thenComparing(TopicRow::lastAskedAt)
                .thenComparingLong(TopicRow::id)
                .reversed());
        return rows;
    }

    private static TopicRow row(long topic, List<Asked> of, long settled) {
        List<Long> conversations =
                of.stream().map(Asked::conversation).distinct().toList();
        return new TopicRow(
                topic,
                language(topic),
                title(topic),
                "",
                conversations.size(),
                conversations.stream()
                        .filter(id -> Objects.equals(outcome(id), "NOT_RESOLVED"))
                        .count(),
                settled,
                of.stream().map(Asked::at).max(Instant::compareTo).orElseThrow());
    }

    private static boolean counts(TopicFilter filter, long conversation) {
        return conversation % 11 != 0
                && conversation % 12 != 0
                && (filter.channel() == null || filter.channel().equals(channel(conversation)))
                && (filter.customerAgent() == null || filter.customerAgent().equals(agent(conversation)));
    }

    private Topics tell(DataSource dataSource) throws SQLException {
        for (int i = 1; i <= 300; i++) {
            asked.add(new Asked(
                    i, 1L + random.nextInt(CONVERSATIONS), BEGAN.plusSeconds(i / 3), 1L + random.nextInt(TOPICS)));
        }
        try (Connection connection = dataSource.getConnection()) {
            for (long id = 1; id <= CONVERSATIONS; id++) {
                write(connection, """
                        insert into conversation (version, source, ticket_closed, redacted, began_at,
                          earliest_event_at, last_arrival_at, message_count, reply_count, id, external_id, channel,
                          agent_id, outcome, test, spam)
                        values (1, 'shop', false, false, current_timestamp, current_timestamp, current_timestamp, 0, 0,
                          ?, ?, ?, ?, ?, ?, ?)""", id, "c-" + id, channel(id), agent(id), outcome(id), id % 11 == 0, id % 12 == 0);
            }
            for (long id = 1; id <= TOPICS; id++) {
                write(
                        connection,
                        "insert into topic (id, language, title, phrases, created_at) values (?, ?, ?, '', ?)",
                        id,
                        language(id),
                        title(id),
                        BEGAN.atOffset(ZoneOffset.UTC));
            }
            for (Asked one : asked) {
                write(connection, """
                        insert into unanswered_question (id, conversation_id, event_id, asked_at, question,
                          question_key, topic_id)
                        values (?, ?, 'e', ?, 'Why?', 'k', ?)""", one.id(), one.conversation(), one.at().atOffset(ZoneOffset.UTC), one.topic());
            }
        }
        return new Topics(dataSource);
    }

    private static String title(long topic) {
        return "Topic " + topic;
    }

    private static String language(long topic) {
        return topic % 3 == 0 ? "fr" : "en";
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

    private static void write(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private record Asked(long id, long conversation, Instant at, long topic) {}
}
