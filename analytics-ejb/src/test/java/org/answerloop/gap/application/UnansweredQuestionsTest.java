package org.answerloop.gap.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;

import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.gap.model.Asking;
import org.answerloop.gap.model.QuestionDetail;
import org.answerloop.gap.model.QuestionKey;
import org.answerloop.gap.model.QuestionList;
import org.answerloop.gap.model.QuestionRow;
import org.answerloop.kernel.UnknownCursorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The lists are counted a second time here, in plain Java over the same questions, and have to be the same. */
class UnansweredQuestionsTest {

    private static final Instant BEGAN = Instant.parse("2026-10-01T08:00:00Z");
    private static final List<String> WORDINGS = List.of(
            "Can I take my bike?",
            "can i take my bike",
            "CAN I TAKE MY BIKE?!",
            "Où est mon billet ?",
            "où est mon billet",
            "Is there a 100% refund?",
            "Is there a 10 € refund?",
            "Is there a_b?",
            "チケットを変更できますか？");

    private final Random random = new Random(20_261_001);
    private final List<Asked> asked = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void every_question_is_counted_by_its_conversations(MigratedDatabase database) throws SQLException {
        UnansweredQuestions questions = tell(database.open("gaps"));

        for (String words :
                new String[] {null, "", "BIKE", "billet", "100%", "a_b", "%", "!", "\0", "nothing like it"}) {
            assertThat(allOf(questions, words)).isEqualTo(expectedRows(words));
        }
        assertThat(questions.detail("no\0key", null, 10)).isEmpty();
        for (Map.Entry<String, List<Asked>> entry : byKey().entrySet()) {
            compareDetail(questions, entry.getKey(), entry.getValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_wording_of_a_test_conversation_finds_nothing(MigratedDatabase database) throws SQLException {
        DataSource dataSource = database.open("tested-gaps");
        UnansweredQuestions questions = new UnansweredQuestions(dataSource);
        try (Connection connection = dataSource.getConnection()) {
            long real = 5;
            long test = 11;
            writeConversation(connection, real);
            writeConversation(connection, test);
            write(connection, new Asked(1, real, BEGAN, "May I bring my bike?"));
            write(connection, new Asked(2, test, BEGAN, "MAY I: bring my bike"));
        }

        assertThat(questions.list("i bring", null, 10).total()).isOne();
        assertThat(questions.list("i: bring", null, 10).rows()).isEmpty();
    }

    @Test
    void a_question_that_is_not_there_has_no_detail() {
        UnansweredQuestions questions = new UnansweredQuestions(MigratedDatabase.H2.open("no-gaps"));

        assertThat(questions.detail("redacted", null, 10)).isEmpty();
        assertThat(questions.detail("", null, 10)).isEmpty();
        assertThat(questions.list(null, null, 10)).isEqualTo(new QuestionList(List.of(), null, 0));
    }

    @Test
    void a_page_that_no_list_gave_is_refused() {
        UnansweredQuestions questions = new UnansweredQuestions(MigratedDatabase.H2.open("gap-cursors"));

        assertThatExceptionOfType(UnknownCursorException.class).isThrownBy(() -> questions.list(null, "x'--", 10));
    }

    private static List<QuestionRow> allOf(UnansweredQuestions questions, String words) {
        List<QuestionRow> rows = new ArrayList<>();
        String cursor = null;
        long total;
        do {
            QuestionList page = questions.list(words, cursor, 2);
            rows.addAll(page.rows());
            total = page.total();
            cursor = page.next();
        } while (cursor != null);
        assertThat(total).isEqualTo(rows.size());
        return rows;
    }

    private void compareDetail(UnansweredQuestions questions, String key, List<Asked> expected) {
        List<Asking> askings = new ArrayList<>();
        String cursor = null;
        do {
            QuestionDetail detail = questions.detail(key, cursor, 7).orElseThrow();
            assertThat(detail.question()).isEqualTo(row(key, expected));
            assertThat(detail.times()).isEqualTo(expected.size());
            askings.addAll(detail.askings());
            cursor = detail.next();
        } while (cursor != null);
        assertThat(askings)
                .isEqualTo(expected.stream()
                        .sorted(comparing(Asked::at).thenComparing(Asked::id).reversed())
                        .map(Asked::asking)
                        .toList());
    }

    private List<QuestionRow> expectedRows(String words) {
        String part = words == null ? "" : words.toLowerCase(Locale.ROOT);
        return byKey().entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(one -> one.question().toLowerCase(Locale.ROOT).contains(part)))
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .sorted(comparing(QuestionRow::lastAskedAt).reversed())
                .toList();
    }

    private static QuestionRow row(String key, List<Asked> askings) {
        Map<String, List<Asked>> wordings = askings.stream().collect(groupingBy(Asked::question));
        String most = wordings.entrySet().stream()
                .sorted(comparing(
                                (Map.Entry<String, List<Asked>> entry) ->
                                        entry.getValue().size(),
                                reverseOrder())
                        .thenComparing(entry -> last(entry.getValue()), reverseOrder()))
                .findFirst()
                .orElseThrow()
                .getKey();
        long conversations =
                askings.stream().map(Asked::conversation).distinct().count();
        return new QuestionRow(key, most, conversations, last(askings));
    }

    private static Instant last(List<Asked> askings) {
        return askings.stream().map(Asked::at).max(Instant::compareTo).orElseThrow();
    }

    /** Of every tenth conversation the text is redacted, every eleventh is a test, every twelfth spam. */
    private Map<String, List<Asked>> byKey() {
        return asked.stream()
                .filter(one -> one.question() != null && one.conversation() % 11 != 0 && one.conversation() % 12 != 0)
                .collect(groupingBy(one -> QuestionKey.of(one.question())));
    }

    private UnansweredQuestions tell(DataSource dataSource) throws SQLException {
        for (int i = 1; i <= 200; i++) {
            long conversation = 1L + random.nextInt(60);
            String question = conversation % 10 == 0 ? null : WORDINGS.get(random.nextInt(WORDINGS.size()));
            // Some were asked in the same moment.
            asked.add(new Asked(i, conversation, BEGAN.plusSeconds(i / 3), question));
        }
        try (Connection connection = dataSource.getConnection()) {
            for (long id = 1; id <= 60; id++) {
                writeConversation(connection, id);
            }
            for (Asked one : asked) {
                write(connection, one);
            }
        }
        return new UnansweredQuestions(dataSource);
    }

    private static void writeConversation(Connection connection, long id) throws SQLException {
        write(connection, """
                insert into conversation (version, source, ticket_closed, redacted, began_at, earliest_event_at,
                  last_arrival_at, message_count, reply_count, channel, id, external_id, ticket_id, ticket_url, test,
                  spam)
                values (1, 'shop', false, false, current_timestamp, current_timestamp, current_timestamp, 0, 0, 'chat',
                  ?, ?, ?, ?, ?, ?)""", id, "c-" + id, "T-" + id, "https://tickets.example/" + id, id % 11 == 0, id % 12 == 0);
    }

    private static void write(Connection connection, Asked one) throws SQLException {
        write(
                connection,
                """
                insert into unanswered_question (id, conversation_id, event_id, asked_at, question, question_key)
                values (?, ?, 'e', ?, ?, ?)""",
                one.id(),
                one.conversation(),
                one.at().atOffset(ZoneOffset.UTC),
                one.question(),
                one.question() == null ? "redacted" : QuestionKey.of(one.question()));
    }

    private static void write(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private record Asked(long id, long conversation, Instant at, String question) {

        Asking asking() {
            return new Asking(
                    question,
                    at,
                    conversation,
                    "c-" + conversation,
                    "chat",
                    "T-" + conversation,
                    "https://tickets.example/" + conversation);
        }
    }
}
