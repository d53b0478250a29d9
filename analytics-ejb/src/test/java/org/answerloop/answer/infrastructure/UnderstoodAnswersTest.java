package org.answerloop.answer.infrastructure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

import org.answerloop.answer.application.AnswerChanges;
import org.answerloop.answer.application.FollowPublications;
import org.answerloop.answer.application.UnderstandAnswers;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.fixture.MovedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is published is found by what it means, too, and the model is asked once for each, on both databases. */
class UnderstoodAnswersTest {

    private final HybridAnswers index = new HybridAnswers();
    private final Concepts model = new Concepts("concepts-1");
    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-23T14:00:00Z"));
    private DataSource database;
    private FollowPublications publications;
    private UnderstandAnswers understanding;

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    private void on(MigratedDatabase kind) {
        database = kind.open("understood-" + kind.name().toLowerCase(Locale.ROOT) + System.nanoTime());
        index.open();
        publications = new FollowPublications(index, database);
        understanding = new UnderstandAnswers(index, model, database, clock);
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void what_means_the_same_is_found_without_a_common_word_and_says_how_similar_it_is(MigratedDatabase kind) {
        on(kind);
        publish(1, "en", "When do I get my refund?");
        publish(2, "en", "May my dog travel with me?");
        publish(3, "de", "Wo ist mein Refund?");
        follow();

        assertThat(search("money", "en")).extracting(FoundAnswer::id).containsExactly(1L);
        assertThat(search("money", null)).extracting(FoundAnswer::id).containsExactlyInAnyOrder(1L, 3L);
        assertThat(search("money", "fr")).isEmpty();
        assertThat(search("money", "en").get(0).similarity()).isGreaterThan(0.9);
        assertThat(search("money", "en").get(0).score()).isBetween(0.5, 1.0);
        assertThat(search("the zebra", "en")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void both_that_fit_by_words_and_by_meaning_are_compared_with_each_other(MigratedDatabase kind) {
        on(kind);
        publish(1, "en", "Where do I complain when the train is delayed?");
        publish(2, "en", "Where do I find the train?");
        follow();

        assertThat(search("where the train is late", "en"))
                .extracting(FoundAnswer::id)
                .containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void a_change_is_found_by_its_words_at_once_and_no_longer_by_what_it_meant_before(MigratedDatabase kind) {
        on(kind);
        publish(1, "en", "When do I get my refund?");
        follow();

        sql("update short_answer set version = 2, revision = 2, published_revision = 2, question = 'Is a puppy fine?',"
                + " changed_at = current_timestamp where id = 1");
        revision(1, 2);
        publications.run();

        assertThat(index.countWithoutMeaning()).isEqualTo(1);
        assertThat(search("money", "en")).isEmpty();
        assertThat(search("puppies", "en")).singleElement().satisfies(found -> {
            assertThat(found.revision()).isEqualTo(2);
            assertThat(found.similarity()).isNull();
        });
        understanding.run();
        assertThat(index.countWithoutMeaning()).isZero();
        assertThat(search("dog", "en")).extracting(FoundAnswer::id).containsExactly(1L);

        sql("update short_answer set version = 3, state = 'ARCHIVED', published_revision = null,"
                + " changed_at = current_timestamp where id = 1");
        new AnswerChanges(database).number(1);
        follow();
        assertThat(search("dog", "en")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void a_server_that_starts_reads_what_the_model_said_and_asks_another_model_anew(MigratedDatabase kind)
            throws Exception {
        on(kind);
        for (int id = 1; id <= 450; id++) {
            publish(id, "en", "Question " + id + (id % 2 == 0 ? " about a refund" : " about a dog"));
        }
        follow();
        assertThat(model.asked()).isEqualTo(450);

        Concepts again = new Concepts("concepts-1");
        assertThat(foundByAnotherServer(again)).isEqualTo(5);
        assertThat(again.asked()).isEqualTo(1);

        Concepts other = new Concepts("concepts-2");
        assertThat(foundByAnotherServer(other)).isEqualTo(5);
        assertThat(other.asked()).isEqualTo(451);
    }

    @ParameterizedTest
    @EnumSource(MigratedDatabase.class)
    void one_on_which_the_model_fails_holds_up_none_of_the_others_and_is_tried_again_ever_later(MigratedDatabase kind) {
        on(kind);
        model.failOn("poison");
        for (int id = 1; id <= 250; id++) {
            publish(id, "en", "Question " + id + (id % 2 == 0 ? " is poison" : " about a refund"));
        }
        follow();
        assertThat(index.countWithoutMeaning()).isEqualTo(125);
        assertThat(model.asked()).isEqualTo(250);
        assertThat(search("Question 250", "en")).extracting(FoundAnswer::id).contains(250L);

        clock.move(Duration.ofSeconds(59));
        follow();
        assertThat(model.asked()).isEqualTo(251);
        clock.move(Duration.ofSeconds(1));
        follow();
        assertThat(model.asked()).isEqualTo(251 + 125);
        clock.move(Duration.ofSeconds(119));
        follow();
        assertThat(model.asked()).isEqualTo(251 + 125);

        publish(251, "en", "May my dog travel with me?");
        sql("update short_answer set version = 2, revision = 2, published_revision = 2, question = 'It is healed',"
                + " changed_at = current_timestamp where id = 2");
        revision(2, 2);
        follow();
        assertThat(index.countWithoutMeaning()).isEqualTo(124);

        model.failOn(null);
        clock.move(Duration.ofSeconds(1));
        follow();
        assertThat(index.countWithoutMeaning()).isZero();
    }

    private int foundByAnotherServer(Concepts itsModel) throws Exception {
        HybridAnswers another = new HybridAnswers();
        another.open();
        try {
            new FollowPublications(another, database).run();
            new UnderstandAnswers(another, itsModel, database, clock).run();
            return another.search("puppy", itsModel.embed("puppy"), "en", 5).size();
        } finally {
            another.close();
        }
    }

    private void follow() {
        publications.run();
        understanding.run();
    }

    private List<FoundAnswer> search(String question, String language) {
        return index.search(question, model.embed(question), language, 5);
    }

    private void publish(long id, String language, String question) {
        sql("insert into short_answer values (" + id + ", 1, 1, '" + question + "', 'So it is.', '" + language
                + "', 1, 'PUBLISHED', 'edgar', null, current_timestamp, 'edgar', current_timestamp, 'edgar', 0)");
        revision(id, 1);
    }

    private void revision(long id, int number) {
        sql("insert into short_answer_revision (answer_id, number, question, answer, language, written_at, written_by)"
                + " select id, " + number
                + ", question, answer, language, changed_at, changed_by from short_answer where id = " + id);
        new AnswerChanges(database).number(id);
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
