package org.answerloop.system.inside;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.AnswerSearch;
import org.answerloop.answer.application.ShortAnswers;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.Wording;
import org.answerloop.gap.application.TopicDrafts;
import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.TopicState;
import org.answerloop.gap.model.WrittenAnswer;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.inside.clock.Configured;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where a short answer takes two editors: what becomes of a topic between the one who writes and the one who publishes. */
@ExtendWith(ArquillianExtension.class)
@Configured("answerloop.answers.by.two=true")
class SecondEditorIT {

    private static final String LANGUAGE = "is";

    @EJB
    private TopicWorkflow workflow;

    @EJB
    private TopicDrafts drafts;

    @EJB
    private Topics topics;

    @EJB
    private ShortAnswers answers;

    @EJB
    private AnswerCatalogue catalogue;

    @EJB
    private AnswerSearch search;

    @Inject
    private TopicEditing editing;

    @Inject
    private Staff staff;

    @Inject
    private Visitors visitors;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;

    @BeforeEach
    void twoEditorsHaveSeats() {
        rows = new Rows(database);
        staff.onlySeatsAreOf("edgar", "edith");
    }

    @Test
    void the_topic_is_resolved_with_a_draft_that_nobody_reads_until_another_editor_publishes_it() {
        long topic = visitors.topicOf(ask("Hvar er farangurinn minn geymdur?"));
        long answer = editing.as(
                "edgar",
                () -> workflow.createAndResolve(
                        topic, version(topic), "Hvar er farangurinn minn?", "Hjá gestamóttökunni.", LANGUAGE));

        assertThat(editing.stateOf(topic)).isEqualTo(TopicState.RESOLVED);
        assertThat(editing.find(topic).answer().state()).isEqualTo(AnswerState.DRAFT);
        assertThat(answer(answer).publishedRevision()).isEmpty();
        long version = answer(answer).version();
        assertThatThrownBy(() -> editing.does("edgar", () -> answers.publish(answer, version)))
                .isInstanceOfSatisfying(
                        UnusableAnswerException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(UnusableAnswerException.Reason.OWN_TEXT));
        assertThat(read()).doesNotContain(answer);

        clock.advance(Duration.ofMinutes(1));
        comesTo(topic, ask("Hvar er farangurinn minn geymdur?"));
        assertThat(editing.stateOf(topic)).as("the agent could not know it yet").isEqualTo(TopicState.RESOLVED);

        editing.does("edith", () -> answers.publish(answer, version));

        assertThat(editing.stateOf(topic)).isEqualTo(TopicState.RESOLVED);
        assertThat(editing.find(topic).answer().state()).isEqualTo(AnswerState.PUBLISHED);
        assertThat(Eventually.within(Visitors.PATIENCE, () -> read().contains(answer)))
                .isTrue();
        assertThat(rows.of(
                        "select concat(who, ' ', action) from audit_entry where subject in (?, ?)"
                                + " and action in ('topic.resolved', 'answer.created', 'answer.published') order by id",
                        "topic/" + topic,
                        "answer/" + answer))
                .containsExactly("edgar answer.created", "edgar topic.resolved", "edith answer.published");

        clock.advance(Duration.ofMinutes(1));
        comesTo(topic, ask("Hvar er farangurinn minn geymdur?"));
        assertThat(Eventually.within(Visitors.PATIENCE, () -> editing.stateOf(topic) == TopicState.REOPENED))
                .isTrue();
    }

    @Test
    void what_the_second_editor_changes_first_is_for_the_first_one_to_publish() {
        long topic = visitors.topicOf(ask("Má hundurinn minn gista hjá ykkur?"));
        long answer = editing.as(
                "edgar",
                () -> workflow.createAndResolve(topic, version(topic), "Má hundurinn gista?", "Já.", LANGUAGE));
        Wording better = new Wording("Má hundurinn gista?", "Já, án gjalds.", LANGUAGE);
        long first = answer(answer).version();
        editing.does("edith", () -> answers.revise(answer, first, better));

        long version = answer(answer).version();
        assertThatThrownBy(() -> editing.does("edith", () -> answers.publish(answer, version)))
                .isInstanceOf(UnusableAnswerException.class);
        editing.does("edgar", () -> answers.publish(answer, version));

        assertThat(answer(answer).state()).isEqualTo(AnswerState.PUBLISHED);
        assertThat(answer(answer).wording()).isEqualTo(better);
        assertThat(editing.stateOf(topic)).isEqualTo(TopicState.RESOLVED);
    }

    @Test
    void a_draft_that_the_second_editor_finds_right_is_published_when_they_resolve_the_topic_with_it() {
        long topic = visitors.topicOf(ask("Er hægt að leigja hjól hjá ykkur?"));
        WrittenAnswer begun = new WrittenAnswer("Er hægt að leigja hjól?", "Já, allt árið.", LANGUAGE, null);
        long answer = editing.as("edgar", () -> drafts.save(topic, version(topic), begun));
        WrittenAnswer right = new WrittenAnswer(
                begun.question(), begun.answer(), LANGUAGE, answer(answer).version());

        editing.as("edith", () -> drafts.resolve(topic, version(topic), right));

        assertThat(answer(answer).state()).isEqualTo(AnswerState.PUBLISHED);
        assertThat(answer(answer).revision()).isEqualTo(1);
        assertThat(editing.find(topic).answer().id()).isEqualTo(answer);
    }

    /** What the customer agent finds. */
    private List<Long> read() {
        return search.search("Hvar er farangurinn minn?", LANGUAGE, 10).list().stream()
                .map(FoundAnswer::id)
                .toList();
    }

    /** @return the conversation in which it is asked now, once the question has its topic */
    private ConversationStory ask(String question) {
        ConversationStory told = aConversation("/tests/second-editor", "c-" + System.nanoTime(), clock.instant())
                .startsOn("web", LANGUAGE)
                .couldNotBeAnswered(question);
        visitors.take(told);
        visitors.topicOf(told);
        return told;
    }

    /** Sooner or later: when all are grouped anew. */
    private void comesTo(long topic, ConversationStory conversation) {
        assertThat(Eventually.within(Visitors.PATIENCE, () -> visitors.topicOf(conversation) == topic))
                .isTrue();
    }

    private long version(long topic) {
        return topics.find(topic).orElseThrow().row().standing().version();
    }

    private ShortAnswer answer(long id) {
        return editing.as("vera", () -> catalogue.find(id)).orElseThrow();
    }
}
