package org.answerloop.gap.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.gap.model.AnswerAtWork.Worth;
import org.answerloop.gap.model.AnswersAtWork;
import org.answerloop.gap.model.Proof;
import org.answerloop.gap.model.Proof.Cited;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/** Whether an answer worked, counted on both databases. */
class ProofsTest {

    private static final Instant RESOLVED = Instant.parse("2026-05-04T09:30:00Z");
    private static final Instant NOW = RESOLVED.plus(Duration.ofDays(24));
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final long TOPIC = 7;
    private static final long ANSWER = 70;
    private static final long OTHER = 71;

    private DataSource database;
    private long conversations;
    private long questions;

    @ParameterizedTest
    @EnumSource
    void questions_are_counted_week_by_week_before_and_after_the_answer(MigratedDatabase kind) throws SQLException {
        database = kind.open("proof-weeks-" + kind);
        answer(ANSWER, "Where is it?");
        topic(TOPIC, ANSWER, "RESOLVED");
        topic(8, ANSWER, "REOPENED");
        topic(9, null, "OPEN");
        ask(TOPIC, -8, 5);
        ask(TOPIC, -57, 100);
        ask(TOPIC, -50, 1);
        ask(TOPIC, 0, 2);
        ask(TOPIC, 8, 1);
        ask(8, -1, 1);
        ask(9, -1, 4);
        ask(TOPIC, -20, 1);
        change("update unanswered_question set dismissed_at = asked_at where id = " + questions);
        long test = conversation(null);
        change("update conversation set test = true where id = " + test);
        question(TOPIC, test, RESOLVED.minus(Duration.ofDays(1)));

        Proof proof = proofs().ofTopic(TOPIC).orElseThrow();

        assertThat(proof.since()).isEqualTo(RESOLVED);
        assertThat(proof.weeks())
                .extracting(Proof.Week::questions)
                .containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 5L, 0L, 2L, 1L, 0L, 0L);
        assertThat(proof.weeks()).filteredOn(Proof.Week::before).hasSize(8);
        assertThat(proof.weeks().get(8).from()).isEqualTo(RESOLVED);
        assertThat(proof.most()).isEqualTo(5);
        assertThat(proof.before()).isCloseTo(6 / 8.0, within(1e-9));
        assertThat(proof.after()).isCloseTo(3 / (24 / 7.0), within(1e-9));
        assertThat(proof.cited()).isEqualTo(Cited.NEVER);

        Proof ofAnswer = proofs().ofAnswer(ANSWER).orElseThrow();
        assertThat(ofAnswer.topics()).isEqualTo(2);
        assertThat(ofAnswer.before()).isCloseTo(7 / 8.0, within(1e-9));
        assertThat(proofs().ofTopic(9)).isEmpty();
        assertThat(proofs().ofTopic(999)).isEmpty();
        answer(OTHER, "Never asked?");
        change("update short_answer_revision set published_at = null where answer_id = " + OTHER);
        assertThat(proofs().ofAnswer(OTHER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void after_begins_only_when_another_editor_has_published_the_answer(MigratedDatabase kind) throws SQLException {
        database = kind.open("proof-published-" + kind);
        AnswersThatWork answers = new AnswersThatWork(database, CLOCK);
        answer(ANSWER, "Where is it?");
        topic(TOPIC, ANSWER, "RESOLVED");
        ask(TOPIC, -10, 8);
        ask(TOPIC, 1, 4);
        change("update short_answer_revision set published_at = null");
        assertThat(proofs().ofTopic(TOPIC)).isEmpty();
        assertThat(answers.list(null).rows()).isEmpty();

        Instant published = RESOLVED.plus(Duration.ofDays(2));
        change("update short_answer_revision set published_at = ?", published);

        Proof proof = proofs().ofTopic(TOPIC).orElseThrow();
        assertThat(proof.since()).isEqualTo(published);
        assertThat(proof.before()).isCloseTo(12 / 2.0, within(1e-9));
        assertThat(proof.after()).isZero();
        assertThat(answers.list(true).rows()).singleElement().satisfies(row -> {
            assertThat(row.answer().before()).isEqualTo(12);
            assertThat(row.answer().after()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_resolution_rate_is_over_settled_conversations_that_cite_it(MigratedDatabase kind) throws SQLException {
        database = kind.open("proof-cited-" + kind);
        answer(ANSWER, "Where is it?");
        answer(OTHER, "When is it?");
        long resolved = conversation("RESOLVED");
        cite(ANSWER, resolved, "m1");
        cite(ANSWER, resolved, "m2");
        cite(OTHER, resolved, "m2");
        cite(ANSWER, conversation("NOT_RESOLVED"), "m1");
        cite(ANSWER, conversation(null), "m1");
        long spam = conversation("RESOLVED");
        cite(ANSWER, spam, "m1");
        change("update conversation set spam = true where id = " + spam);

        Cited cited = proofs().ofAnswer(ANSWER).orElseThrow().cited();

        assertThat(cited).isEqualTo(new Cited(4, 3, 2, 1));
        assertThat(cited.resolutionRate()).hasValue(0.5);
        Proof unsettled = proofs().ofAnswer(OTHER).orElseThrow();
        assertThat(unsettled.topics()).isZero();
        assertThat(unsettled.before()).isNull();
        assertThat(unsettled.cited().resolutionRate()).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void answers_are_told_apart_by_whether_they_work(MigratedDatabase kind) throws SQLException {
        database = kind.open("proof-lists-" + kind);
        AnswersThatWork answers = new AnswersThatWork(database, CLOCK);
        assertThat(answers.list(true).overall()).isEmpty();
        for (int i = 0; i < 10; i++) {
            conversation(i < 5 ? "RESOLVED" : "NOT_RESOLVED");
        }
        answer(ANSWER, "Resolves?");
        answer(OTHER, "Does not resolve?");
        answer(72, "Ceases?");
        answer(73, "Comes again?");
        answer(74, "Too early?");
        answer(75, "Archived?");
        change("update short_answer set state = 'ARCHIVED' where id = 75");
        for (int i = 0; i < 6; i++) {
            cite(ANSWER, conversation(i < 5 ? "RESOLVED" : "NOT_RESOLVED"), "m");
            cite(OTHER, conversation(i < 1 ? "RESOLVED" : "NOT_RESOLVED"), "m");
            cite(75, conversation("RESOLVED"), "m");
        }
        long old = conversation("RESOLVED");
        cite(74, old, "m");
        change("update conversation set verdict_deadline = ? where id = " + old, NOW.minus(Duration.ofDays(91)));
        topic(TOPIC, 72L, "RESOLVED");
        ask(TOPIC, -10, 16);
        ask(TOPIC, 3, 1);
        topic(8, 73L, "RESOLVED");
        ask(8, -10, 16);
        ask(8, 3, 9);

        assertThat(found(answers.list(true)))
                .containsExactly(tuple("Resolves?", Worth.RESOLVES), tuple("Ceases?", Worth.QUESTION_CEASES));
        assertThat(found(answers.list(false)))
                .containsExactly(
                        tuple("Does not resolve?", Worth.RESOLVES_TOO_FEW),
                        tuple("Comes again?", Worth.QUESTION_COMES_AGAIN));
        assertThat(found(answers.list(null))).containsExactly(tuple("Too early?", Worth.TOO_EARLY));
        assertThat(answers.list(true).overall().orElseThrow()).isCloseTo((5 + 5 + 1 + 6) / 28.0, within(1e-9));
        assertThat(answers.list(true).total()).isEqualTo(2);
    }

    private static List<Tuple> found(AnswersAtWork list) {
        return list.rows().stream()
                .map(row -> tuple(row.answer().question(), row.worth()))
                .toList();
    }

    private Proofs proofs() {
        return new Proofs(database, CLOCK);
    }

    private void ask(long topic, int days, int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            question(topic, conversation(null), RESOLVED.plus(Duration.ofDays(days)));
        }
    }

    private void answer(long id, String question) throws SQLException {
        change(
                "insert into short_answer (id, version, revision, question, answer, language, published_revision, state, owner,"
                        + " created_at, created_by, changed_at, changed_by)"
                        + " values (?, 1, 1, ?, 'So.', 'en', 1, 'PUBLISHED', 'edgar', ?, 'edgar', ?, 'edgar')",
                id,
                question,
                RESOLVED,
                RESOLVED);
        change(
                "insert into short_answer_revision (answer_id, number, question, answer, language, written_at, written_by,"
                        + " published_at, published_by) values (?, 1, ?, 'So.', 'en', ?, 'edgar', ?, 'edgar')",
                id,
                question,
                RESOLVED,
                RESOLVED);
    }

    private void topic(long id, Long answer, String state) throws SQLException {
        change(
                "insert into topic (id, language, title, phrases, created_at, state, settled_at, answer_id)"
                        + " values (?, 'en', 'Topic', '', ?, ?, ?, ?)",
                id,
                RESOLVED,
                state,
                answer == null ? null : RESOLVED,
                answer);
    }

    private void question(long topic, long conversation, Instant at) throws SQLException {
        questions++;
        change(
                "insert into unanswered_question (id, conversation_id, event_id, asked_at, question, question_key, topic_id,"
                        + " grouping_due) values (?, ?, ?, ?, 'Where?', 'where', ?, null)",
                questions,
                conversation,
                "q" + questions,
                at,
                topic);
    }

    private void cite(long answer, long conversation, String message) throws SQLException {
        change(
                "insert into answer_use (conversation_id, message_id, answer_id, used_at) values (?, ?, ?, ?)",
                conversation,
                message,
                answer,
                RESOLVED);
    }

    private long conversation(String outcome) throws SQLException {
        conversations++;
        change(
                "insert into conversation (id, version, source, external_id, channel, ticket_closed, test, spam, redacted, began_at,"
                        + " earliest_event_at, last_arrival_at, message_count, reply_count, outcome, verdict_deadline)"
                        + " values (?, 1, '/tests', ?, 'web', false, false, false, false, ?, ?, ?, 1, 1, ?, ?)",
                conversations,
                "c" + conversations,
                RESOLVED,
                RESOLVED,
                RESOLVED,
                outcome,
                outcome == null ? null : RESOLVED.plus(Duration.ofDays(3)));
        return conversations;
    }

    private void change(String statement, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(
                        i + 1, values[i] instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : values[i]);
            }
            prepared.executeUpdate();
        }
    }
}
