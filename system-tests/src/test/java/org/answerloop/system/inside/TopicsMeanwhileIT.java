package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.access.application.People;
import org.answerloop.access.application.Seats;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.TopicChangedException;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.gap.model.TopicState;
import org.answerloop.system.inside.TopicStock.Stocked;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of topics when others are at work at the same moment: editors, and the intake. */
@ExtendWith(ArquillianExtension.class)
class TopicsMeanwhileIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> EDITORS = List.of("edgar", "edith", "emil");

    @EJB
    private TopicWorkflow workflow;

    @EJB
    private Topics topics;

    @EJB
    private EventIntake intake;

    @EJB
    private Seats seats;

    @EJB
    private People people;

    @EJB
    private AtOnce atOnce;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;
    private TopicStock stock;

    @BeforeEach
    void threeEditorsHaveSeats() {
        rows = new Rows(database);
        stock = new TopicStock(database);
        rows.change("delete from seat_assignment");
        Stream.concat(EDITORS.stream(), Stream.of("ada", "vera"))
                .forEach(login -> as(login, () -> {
                    people.noteCaller();
                    return login;
                }));
        EDITORS.forEach(login -> as("ada", () -> {
            seats.assign(login);
            return login;
        }));
    }

    @Test
    void of_fifty_who_resolve_a_topic_at_once_exactly_one_does() throws Exception {
        Stocked one = stock.topic(2);
        long answers = rows.count("select count(*) from short_answer");
        List<Callable<?>> attempts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String answer = "Answer " + i;
            attempts.add(() -> workflow.createAndResolve(one.topic(), 0, "Why?", answer, TopicStock.LANGUAGE));
        }

        List<RuntimeException> refusals = allAtOnce(attempts);

        assertThat(refusals)
                .hasSize(49)
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(TopicChangedException.class, changed -> {
                            assertThat(changed.state()).isEqualTo(TopicState.RESOLVED);
                            assertThat(changed.by()).isIn(EDITORS);
                            assertThat(changed.at())
                                    .isEqualTo(find(one).row().standing().settledAt());
                        }));
        assertThat(rows.count("select count(*) from short_answer")).isEqualTo(answers + 1);
        assertThat(onRecord("topic.resolved", one)).isEqualTo(1);
    }

    @Test
    void of_two_editors_who_dismiss_a_topic_at_once_exactly_one_does() throws Exception {
        for (int round = 0; round < 15; round++) {
            Stocked one = stock.topic(2);

            List<RuntimeException> refusals = allAtOnce(List.of(
                    () -> done(() -> workflow.dismiss(one.topic(), 0, "Not ours")),
                    () -> done(() -> workflow.dismiss(one.topic(), 0, "Spam"))));

            assertThat(refusals)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TopicChangedException.class,
                            changed -> assertThat(changed.state()).isEqualTo(TopicState.DISMISSED));
            assertThat(find(one).row().standing().state()).isEqualTo(TopicState.DISMISSED);
            assertThat(onRecord("topic.dismissed", one)).isEqualTo(1);
        }
    }

    @Test
    void questions_that_two_editors_dismiss_at_once_are_dismissed_once() throws Exception {
        for (int round = 0; round < 15; round++) {
            Stocked one = stock.topic(4);
            AtomicInteger dismissed = new AtomicInteger();

            List<RuntimeException> refusals = allAtOnce(List.of(
                    () -> dismissed.addAndGet(workflow.dismissQuestions(one.topic(), one.questions(), "Not ours")),
                    () -> dismissed.addAndGet(workflow.dismissQuestions(one.topic(), one.questions(), "Spam"))));

            assertThat(refusals).isEmpty();
            assertThat(dismissed).hasValue(4);
            assertThat(find(one).dismissed()).isEqualTo(4);
            assertThat(rows.of(
                            "select distinct dismissal_reason from unanswered_question where topic_id = ?",
                            one.topic()))
                    .hasSize(1);
            assertThat(onRecord("topic.questions_dismissed", one)).isEqualTo(1);
        }
    }

    private long onRecord(String action, Stocked topic) {
        return rows.count(
                "select count(*) from audit_entry where action = ? and subject = ?", action, "topic/" + topic.topic());
    }

    @Test
    void of_two_editors_one_who_merges_and_one_who_resolves_exactly_one_does() throws Exception {
        for (int round = 0; round < 15; round++) {
            Stocked one = stock.topic(2);
            Stocked other = stock.topic(2);

            List<RuntimeException> refusals = allAtOnce(List.of(
                    () -> done(() -> workflow.merge(one.topic(), 0, List.of(other.topic()))),
                    () -> workflow.createAndResolve(one.topic(), 0, "Why?", "So.", TopicStock.LANGUAGE)));

            assertThat(refusals).hasSize(1).hasOnlyElementsOfType(TopicChangedException.class);
            boolean merged = find(one).row().standing().state() == TopicState.OPEN;
            assertThat(find(one).row().conversations()).isEqualTo(merged ? 4 : 2);
            assertThat(find(other).row().id()).isEqualTo(merged ? one.topic() : other.topic());
        }
    }

    @Test
    void two_topics_that_are_merged_into_each_other_at_once_are_one() throws Exception {
        for (int round = 0; round < 15; round++) {
            Stocked one = stock.topic(1);
            Stocked other = stock.topic(1);

            List<RuntimeException> refusals = allAtOnce(List.of(
                    () -> done(() -> workflow.merge(one.topic(), 0, List.of(other.topic()))),
                    () -> done(() -> workflow.merge(other.topic(), 0, List.of(one.topic())))));

            assertThat(refusals).hasSize(1).hasOnlyElementsOfType(TopicChangedException.class);
            assertThat(find(one).row().id()).isEqualTo(find(other).row().id());
            assertThat(find(one).row().conversations()).isEqualTo(2);
        }
    }

    @Test
    void no_question_is_lost_between_a_move_and_a_merge() throws Exception {
        for (int round = 0; round < 15; round++) {
            Stocked one = stock.topic(3);
            Stocked other = stock.topic(1);
            Stocked third = stock.topic(1);

            List<RuntimeException> refusals = allAtOnce(List.of(
                    () -> done(() -> workflow.merge(other.topic(), 0, List.of(one.topic()))),
                    () -> done(() -> workflow.move(one.questions().subList(0, 2), third.topic())),
                    () -> done(() -> workflow.move(one.questions().subList(1, 3), one.topic()))));

            assertThat(refusals)
                    .allMatch(refusal ->
                            refusal instanceof TopicRefusedException || refusal instanceof TopicChangedException);
            assertThat(find(other).row().conversations() + find(third).row().conversations())
                    .isEqualTo(5);
            for (Stocked topic : List.of(other, third)) {
                assertThat(listedQuestions(topic)).isEqualTo(find(topic).row().conversations());
            }
            assertThat(rows.count("select count(*) from unanswered_question where topic_id = ?", one.topic()))
                    .isZero();
        }
    }

    @Test
    void what_was_asked_in_a_redacted_conversation_is_gone_and_what_a_person_wrote_stays() {
        String asked = "Min faster Mirabella Quist undrar var hennes paket ligger nu";
        ConversationStory told = aConversation(
                        "/tests/topics-meanwhile",
                        "redacted-" + System.nanoTime(),
                        Instant.parse("2026-11-20T08:00:00Z"))
                .startsOn("web", "nb")
                .couldNotBeAnswered(asked);
        take(told);
        assertThat(Eventually.within(PATIENCE, () -> !topicOf(told).isEmpty())).isTrue();
        long topic = Long.parseLong(topicOf(told).get(0));
        assertThat(Eventually.within(PATIENCE, () -> detail(topic).row().conversations() == 1))
                .isTrue();
        long question = as("vera", () -> topics.questions(topic, QuestionFilter.ALL, null, 1))
                .rows()
                .get(0)
                .id();
        Stocked named = stock.topic(1, "nb");
        as("edgar", () -> {
            workflow.move(named.questions(), topic);
            workflow.dismissQuestions(topic, List.of(question), "Mirabella ringde oss");
            return done(() -> workflow.rename(topic, detailAs(topic), "Paketet till Mirabella"));
        });

        take(told.isRedacted());

        assertThat(rows.count("select count(*) from unanswered_question where question like '%Quist%'"))
                .isZero();
        assertThat(detail(topic).row().title()).isEqualTo("Paketet till Mirabella");
        assertThat(detail(topic).row().phrases()).doesNotContainIgnoringCase("quist");
        assertThat(
                        rows.count(
                                "select count(*) from topic where lower(title) like '%quist%' or lower(phrases) like '%quist%'"))
                .isZero();
        assertThat(rows.count("select count(*) from audit_entry where lower(concat(coalesce(before_it, ''),"
                        + " coalesce(after_it, ''))) like '%quist%'"))
                .isZero();
        assertThat(as("vera", () -> topics.questions(topic, QuestionFilter.ALL, null, 10))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void spam_ceases_to_count_at_once() {
        ConversationStory told = aConversation(
                        "/tests/topics-meanwhile", "spam-" + System.nanoTime(), Instant.parse("2026-11-20T08:00:00Z"))
                .startsOn("web", "fi")
                .couldNotBeAnswered("Osta halpoja kelloja nyt heti?");
        take(told);
        assertThat(Eventually.within(PATIENCE, () -> !topicOf(told).isEmpty())).isTrue();
        long topic = Long.parseLong(topicOf(told).get(0));
        assertThat(Eventually.within(PATIENCE, () -> counted(topic) == 1)).isTrue();

        take(told.isFlagged("spam"));

        assertThat(detail(topic).row().conversations()).isZero();
        assertThat(Eventually.within(PATIENCE, () -> counted(topic) == 0)).isTrue();
    }

    private long counted(long topic) {
        return rows.count("select conversations from topic where id = ?", topic);
    }

    private List<String> topicOf(ConversationStory told) {
        return rows.of(
                "select q.topic_id from unanswered_question q join conversation c on c.id = q.conversation_id"
                        + " where c.external_id = ? and q.topic_id is not null",
                told.id());
    }

    private void take(ConversationStory story) {
        intake.take(story.events().stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private long listedQuestions(Stocked topic) {
        return as("vera", () -> topics.questions(topic.topic(), QuestionFilter.COUNTED, null, 50))
                .total();
    }

    private long detailAs(long topic) {
        return topics.find(topic).orElseThrow().row().standing().version();
    }

    private TopicDetail detail(long topic) {
        return as("vera", () -> topics.find(topic)).orElseThrow();
    }

    private TopicDetail find(Stocked stocked) {
        return detail(stocked.topic());
    }

    /** Has the editors do all of it at the same moment, in turns. */
    private List<RuntimeException> allAtOnce(List<Callable<?>> attempts) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            Callable<?> attempt = attempts.get(i);
            running.add(as(
                    EDITORS.get(i % EDITORS.size()),
                    () -> atOnce.call(() -> {
                        go.await();
                        return attempt.call();
                    })));
        }
        go.countDown();
        List<RuntimeException> refusals = new ArrayList<>();
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException e) {
                refusals.add(refusalOf(e));
            }
        }
        return refusals;
    }

    private static RuntimeException refusalOf(Throwable failure) {
        if (failure instanceof TopicChangedException || failure instanceof TopicRefusedException) {
            return (RuntimeException) failure;
        }
        if (failure.getCause() == null) {
            throw new AssertionError(failure);
        }
        return refusalOf(failure.getCause());
    }

    private static Void done(Runnable change) {
        change.run();
        return null;
    }

    private <T> T as(String login, Callable<T> work) {
        return DemoUser.does(login, request, work);
    }
}
