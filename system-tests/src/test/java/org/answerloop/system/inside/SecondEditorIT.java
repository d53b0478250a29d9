package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.access.application.People;
import org.answerloop.access.application.Seats;
import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.AnswerSearch;
import org.answerloop.answer.application.ShortAnswers;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.Wording;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.TopicState;
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

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LANGUAGE = "is";

    @EJB
    private TopicWorkflow workflow;

    @EJB
    private Topics topics;

    @EJB
    private ShortAnswers answers;

    @EJB
    private AnswerCatalogue catalogue;

    @EJB
    private AnswerSearch search;

    @EJB
    private EventIntake intake;

    @EJB
    private Seats seats;

    @EJB
    private People people;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;

    @BeforeEach
    void twoEditorsHaveSeats() {
        rows = new Rows(database);
        rows.change("delete from seat_assignment");
        Stream.of("ada", "vera", "edgar", "edith")
                .forEach(login -> as(login, () -> {
                    people.noteCaller();
                    return login;
                }));
        Stream.of("edgar", "edith")
                .forEach(login -> as("ada", () -> {
                    seats.assign(login);
                    return login;
                }));
    }

    @Test
    void the_topic_is_resolved_with_a_draft_that_nobody_reads_until_another_editor_publishes_it() {
        long topic = topicOf(ask("Hvar er farangurinn minn geymdur?"));
        long answer = as(
                "edgar",
                () -> workflow.createAndResolve(
                        topic, version(topic), "Hvar er farangurinn minn?", "Hjá gestamóttökunni.", LANGUAGE));

        assertThat(find(topic).row().standing().state()).isEqualTo(TopicState.RESOLVED);
        assertThat(find(topic).answer().state()).isEqualTo(AnswerState.DRAFT);
        assertThat(answer(answer).publishedRevision()).isEmpty();
        long version = answer(answer).version();
        assertThatThrownBy(() -> as("edgar", () -> done(() -> answers.publish(answer, version))))
                .isInstanceOfSatisfying(
                        UnusableAnswerException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(UnusableAnswerException.Reason.OWN_TEXT));
        assertThat(read()).doesNotContain(answer);

        clock.advance(Duration.ofMinutes(1));
        comesTo(topic, ask("Hvar er farangurinn minn geymdur?"));
        assertThat(find(topic).row().standing().state())
                .as("the agent could not know it yet")
                .isEqualTo(TopicState.RESOLVED);

        as("edith", () -> done(() -> answers.publish(answer, version)));

        assertThat(find(topic).row().standing().state()).isEqualTo(TopicState.RESOLVED);
        assertThat(find(topic).answer().state()).isEqualTo(AnswerState.PUBLISHED);
        assertThat(Eventually.within(PATIENCE, () -> read().contains(answer))).isTrue();
        assertThat(rows.of(
                        "select concat(who, ' ', action) from audit_entry where subject in (?, ?)"
                                + " and action in ('topic.resolved', 'answer.created', 'answer.published') order by id",
                        "topic/" + topic,
                        "answer/" + answer))
                .containsExactly("edgar answer.created", "edgar topic.resolved", "edith answer.published");

        clock.advance(Duration.ofMinutes(1));
        comesTo(topic, ask("Hvar er farangurinn minn geymdur?"));
        assertThat(Eventually.within(
                        PATIENCE, () -> find(topic).row().standing().state() == TopicState.REOPENED))
                .isTrue();
    }

    @Test
    void what_the_second_editor_changes_first_is_for_the_first_one_to_publish() {
        long topic = topicOf(ask("Má hundurinn minn gista hjá ykkur?"));
        long answer = as(
                "edgar",
                () -> workflow.createAndResolve(topic, version(topic), "Má hundurinn gista?", "Já.", LANGUAGE));
        Wording better = new Wording("Má hundurinn gista?", "Já, án gjalds.", LANGUAGE);
        long first = answer(answer).version();
        as("edith", () -> done(() -> answers.revise(answer, first, better)));

        long version = answer(answer).version();
        assertThatThrownBy(() -> as("edith", () -> done(() -> answers.publish(answer, version))))
                .isInstanceOf(UnusableAnswerException.class);
        as("edgar", () -> done(() -> answers.publish(answer, version)));

        assertThat(answer(answer).state()).isEqualTo(AnswerState.PUBLISHED);
        assertThat(answer(answer).wording()).isEqualTo(better);
        assertThat(find(topic).row().standing().state()).isEqualTo(TopicState.RESOLVED);
    }

    /** What the customer agent finds. */
    private List<Long> read() {
        return search.search("Hvar er farangurinn minn?", LANGUAGE, 10).list().stream()
                .map(FoundAnswer::id)
                .toList();
    }

    /** @return the conversation in which it is asked now, once the question has its topic */
    private String ask(String question) {
        Instant now = clock.instant();
        ConversationStory told = aConversation("/tests/second-editor", "c-" + System.nanoTime(), now)
                .startsOn("web", LANGUAGE)
                .couldNotBeAnswered(question);
        intake.take(told.events().stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
        assertThat(Eventually.within(PATIENCE, () -> !topicsOf(told.id()).isEmpty()))
                .isTrue();
        return told.id();
    }

    /** Sooner or later: when all are grouped anew. */
    private void comesTo(long topic, String conversation) {
        assertThat(Eventually.within(PATIENCE, () -> topicOf(conversation) == topic))
                .isTrue();
    }

    private long topicOf(String conversation) {
        return Long.parseLong(topicsOf(conversation).get(0));
    }

    private List<String> topicsOf(String conversation) {
        return rows.of(
                "select q.topic_id from unanswered_question q join conversation c on c.id = q.conversation_id"
                        + " where c.external_id = ? and q.topic_id is not null",
                conversation);
    }

    private long version(long topic) {
        return topics.find(topic).orElseThrow().row().standing().version();
    }

    private TopicDetail find(long topic) {
        return as("vera", () -> topics.find(topic)).orElseThrow();
    }

    private ShortAnswer answer(long id) {
        return as("vera", () -> catalogue.find(id)).orElseThrow();
    }

    private static Void done(Runnable change) {
        change.run();
        return null;
    }

    private <T> T as(String login, Callable<T> work) {
        return DemoUser.does(login, request, work);
    }
}
