package org.answerloop.gap.application;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.gap.application.ExpectedTopics.Line;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.QuestionFilter.Which;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicList;
import org.answerloop.gap.model.TopicQuestion;
import org.answerloop.gap.model.TopicQuestions;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.kernel.UnknownCursorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.answerloop.gap.application.TopicStory.countAll;
import static org.answerloop.gap.application.TopicStory.day;
import static org.answerloop.gap.application.TopicStory.topics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The list is counted a second time, in plain Java over the same questions, and has to be the same. */
class TopicsTest {

    private final TopicStory story = new TopicStory();

    @ParameterizedTest
    @EnumSource
    void every_topic_is_counted_by_its_conversations(MigratedDatabase database) throws SQLException {
        DataSource dataSource = database.open("topics");
        Topics topics = story.tell(dataSource);
        ExpectedTopics expected = new ExpectedTopics(story);
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
                assertThat(allOf(topics, filter)).as("%s", filter).isEqualTo(expected.listed(filter));
            }
        }
        assertThat(topics.countOpen())
                .isPositive()
                .isEqualTo(expected.listed(TopicFilter.NONE).size());
    }

    @ParameterizedTest
    @EnumSource
    void the_questions_of_a_topic_are_those_that_its_figures_count(MigratedDatabase database) throws SQLException {
        DataSource dataSource = database.open("questions");
        Topics topics = story.tell(dataSource);
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
}
