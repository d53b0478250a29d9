package org.answerloop.answer.infrastructure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.answerloop.answer.application.AnswerChanges;
import org.answerloop.answer.application.FollowPublications;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.fixture.OneConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** What is published is found by what it says, and nothing else is, on both databases. */
class PublishedAnswersTest {

    private final HybridAnswers index = new HybridAnswers();
    private DataSource database;
    private FollowPublications publications;

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    private void on(MigratedDatabase kind) {
        database = kind.open("answers-" + kind.name().toLowerCase(Locale.ROOT) + System.nanoTime());
        index.open();
        publications = new FollowPublications(index, database);
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void the_answer_whose_question_is_nearest_comes_first_whatever_its_words_forms(MigratedDatabase kind) {
        on(kind);
        publish(1, "en", "How do I change the name on my ticket?", "Open your booking and edit the passenger.");
        publish(2, "en", "Can I bring a dog?", "Small dogs travel in the cabin, in a bag.");
        publish(3, "en", "Where is my refund?", "Refunds arrive within ten days of the change.");
        publications.run();

        assertThat(search("changing names on tickets", "en")).first().isEqualTo(1L);
        assertThat(search("dogs?", "en")).containsExactly(2L);
        assertThat(search("zebra", "en")).isEmpty();
        assertThat(search("the of and", "en")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void a_language_is_searched_by_its_own_grammar_and_alone_where_it_is_asked_for(MigratedDatabase kind) {
        on(kind);
        publish(1, "fr-CA", "Comment modifier les noms des passagers ?", "Ouvrez la réservation.");
        publish(2, "en", "How do passengers change?", "At the station.");
        publish(3, "de", "Wie ändere ich die Namen?", "In der Buchung.");
        publish(4, "xx", "Quux passager?", "Blah.");
        publications.run();

        assertThat(search("l'aide pour modification du nom d'un passager", "fr"))
                .containsExactly(1L);
        assertThat(search("Name ändern", "de")).containsExactly(3L);
        assertThat(search("passager", null)).contains(1L, 4L);
        assertThat(search("passager", "es")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void whatever_is_asked_is_words_and_no_syntax(MigratedDatabase kind) {
        on(kind);
        publish(1, "en", "What does C++ (or \"C#\") cost?", "Nothing.");
        publications.run();

        for (String question :
                List.of("cost AND (", "\"cost", "id:1 OR cost*", "cost~2^", "+cost -nothing", "\\cost\\")) {
            assertThat(search(question, "en")).as(question).containsExactly(1L);
        }
        for (String question : List.of("*:*", "id:1", "\0", "\uD800", "  ?  ")) {
            assertThat(search(question, "en")).as(question).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void the_longest_question_is_looked_up_in_all_languages(MigratedDatabase kind) {
        on(kind);
        List<String> languages = List.of(Locale.getISOLanguages()).subList(0, 60);
        for (int i = 0; i < languages.size(); i++) {
            publish(i + 1, languages.get(i), "aa bb cc " + languages.get(i), "dd");
        }
        publications.run();
        String question =
                "bb " + IntStream.range(0, 660).mapToObj(Integer::toString).collect(joining(" "));

        assertThat(search(question, null)).hasSize(5);
        assertThat(search(question, languages.get(7))).containsExactly(8L);
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void drafts_are_not_found_and_what_is_changed_is_found_as_it_reads_now(MigratedDatabase kind) {
        on(kind);
        publish(1, "en", "Where is my parcel?", "On its way.");
        sql(
                "insert into short_answer values (2, 1, 1, 'Where is my parcel?', 'Draft.', 'en', null, 'DRAFT', 'edgar', null,"
                        + " current_timestamp, 'edgar', current_timestamp, 'edgar', 0)");
        publications.run();
        assertThat(search("parcel", "en")).containsExactly(1L);

        revise(1, 2, "Where is my letter?");
        publications.run();
        publications.run();
        assertThat(search("parcel", "en")).isEmpty();
        List<FoundAnswer> letters = index.search("letter", null, "en", 5);
        assertThat(letters)
                .singleElement()
                .satisfies(found -> assertThat(found.revision()).isEqualTo(2));

        archive(1);
        publications.run();
        assertThat(search("letter", "en")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void more_than_a_page_of_answers_is_followed_whole(MigratedDatabase kind) {
        on(kind);
        sql(
                "insert into short_answer select x, 1, 1, concat('Question number', x), 'Yes.', 'en', 1, 'PUBLISHED', 'edgar',"
                        + " null, timestamp '2026-01-01 00:00:00', 'edgar', timestamp '2026-01-01 00:00:00', 'edgar', x / 3000 from "
                        + (kind == MigratedDatabase.H2
                                ? "system_range(1, 4500) as t(x)"
                                : "generate_series(1, 4500) as t(x)"));
        sql("insert into short_answer_revision (answer_id, number, question, answer, language, written_at, written_by)"
                + " select id, 1, question, answer, language, created_at, created_by from short_answer");
        publications.run();
        assertThat(index.count()).isEqualTo(4_500);
        assertThat(search("number4321", "en")).containsExactly(4321L);
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void an_answer_that_a_fast_clock_has_stamped_hides_no_other_and_keeps_none(MigratedDatabase kind) {
        on(kind);
        publish(1, "en", "Where is my parcel?", "On its way.");
        publish(2, "en", "Can I bring a dog?", "In a bag.");
        stamp(2, "timestamp '2999-12-31 23:59:00'");
        publications.run();

        publish(3, "en", "Who repairs bicycles?", "The shop.");
        stamp(3, "timestamp '1999-12-31 23:59:00'");
        archive(1);
        stamp(1, "timestamp '1999-12-31 23:59:00'");
        publications.run();

        assertThat(search("bicycle", "en")).containsExactly(3L);
        assertThat(search("parcel", "en")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void what_is_committed_late_is_found_though_others_began_later(MigratedDatabase kind) throws Exception {
        on(kind);
        publish(1, "en", "Where is my parcel?", "On its way.");
        publish(2, "en", "Can I bring a dog?", "In a bag.");
        publications.run();
        try (OneConnection early = new OneConnection(database)) {
            early.getConnection().setAutoCommit(false);
            new AnswerChanges(early).number(1);
            CompletableFuture<Void> late = CompletableFuture.runAsync(() -> archive(2));
            assertThat(late).isNotDone();
            publications.run();
            try (Statement change = early.getConnection().createStatement()) {
                change.executeUpdate(
                        "update short_answer set state = 'ARCHIVED', published_revision = null where id = 1");
            }
            early.getConnection().commit();
            late.get(10, TimeUnit.SECONDS);
        }
        publications.run();
        assertThat(index.count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void an_earlier_state_of_the_database_that_is_brought_back_is_read_anew(MigratedDatabase kind) {
        on(kind);
        publish(1, "en", "Where is my parcel?", "On its way.");
        publish(2, "en", "Can I bring a dog?", "In a bag.");
        publications.run();

        sql("delete from short_answer_revision where answer_id = 2");
        sql("delete from short_answer where id = 2");
        sql("update answer_change_counter set number = 1");
        publications.run();

        assertThat(search("parcel", "en")).containsExactly(1L);
        assertThat(search("dog", "en")).isEmpty();
    }

    private List<Long> search(String question, String language) {
        return index.search(question, null, language, 5).stream()
                .map(FoundAnswer::id)
                .toList();
    }

    private void publish(long id, String language, String question, String answer) {
        sql("insert into short_answer values (" + id + ", 1, 1, '" + quoted(question) + "', '" + quoted(answer) + "', '"
                + language + "', 1, 'PUBLISHED', 'edgar', null, current_timestamp, 'edgar', current_timestamp,"
                + " 'edgar', 0)");
        revision(id, 1);
    }

    private void revise(long id, int number, String question) {
        sql("update short_answer set version = version + 1, revision = " + number + ", published_revision = " + number
                + ", question = '" + quoted(question) + "', changed_at = current_timestamp where id = " + id);
        revision(id, number);
    }

    private void revision(long id, int number) {
        sql("insert into short_answer_revision (answer_id, number, question, answer, language, written_at, written_by)"
                + " select id, " + number
                + ", question, answer, language, changed_at, changed_by from short_answer where id = " + id);
        new AnswerChanges(database).number(id);
    }

    private void archive(long id) {
        sql("update short_answer set version = version + 1, state = 'ARCHIVED', published_revision = null where id = "
                + id);
        new AnswerChanges(database).number(id);
    }

    private void stamp(long id, String moment) {
        sql("update short_answer set changed_at = " + moment + " where id = " + id);
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    private void sql(String statement) {
        try (Connection connection = database.getConnection();
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
