package org.answerloop.system.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.TopicChangedException;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.gap.model.TopicState;
import org.answerloop.system.inside.TopicStock.Stocked;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.inside.Rivals.done;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of topics when several editors are at work on them at the same moment. */
@ExtendWith(ArquillianExtension.class)
class TopicsMeanwhileIT {

    @EJB
    private TopicWorkflow workflow;

    @EJB
    private Topics topics;

    @Inject
    private TopicEditing editing;

    @Inject
    private Staff staff;

    @Inject
    private Rivals rivals;

    @BeforeEach
    void threeEditorsHaveSeats() {
        staff.onlySeatsAreOf(Rivals.NAMES.toArray(String[]::new));
    }

    @Test
    void of_fifty_who_resolve_a_topic_at_once_exactly_one_does() throws Exception {
        Stocked one = editing.topic(2);
        long answers = editing.rows().count("select count(*) from short_answer");
        List<Callable<?>> attempts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String answer = "Answer " + i;
            attempts.add(() -> workflow.createAndResolve(one.topic(), 0, "Why?", answer, TopicStock.LANGUAGE));
        }

        List<RuntimeException> refusals = rivals.allAtOnce(attempts);

        assertThat(refusals)
                .hasSize(49)
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(TopicChangedException.class, changed -> {
                            assertThat(changed.state()).isEqualTo(TopicState.RESOLVED);
                            assertThat(changed.by()).isIn(Rivals.NAMES);
                            assertThat(changed.at())
                                    .isEqualTo(
                                            editing.find(one).row().standing().settledAt());
                        }));
        assertThat(editing.rows().count("select count(*) from short_answer")).isEqualTo(answers + 1);
        assertThat(onRecord("topic.resolved", one)).isEqualTo(1);
    }

    @Test
    void of_two_editors_who_dismiss_a_topic_at_once_exactly_one_does() throws Exception {
        for (int round = 0; round < 15; round++) {
            Stocked one = editing.topic(2);

            List<RuntimeException> refusals = rivals.allAtOnce(List.of(
                    () -> done(() -> workflow.dismiss(one.topic(), 0, "Not ours")),
                    () -> done(() -> workflow.dismiss(one.topic(), 0, "Spam"))));

            assertThat(refusals)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TopicChangedException.class,
                            changed -> assertThat(changed.state()).isEqualTo(TopicState.DISMISSED));
            assertThat(editing.find(one).row().standing().state()).isEqualTo(TopicState.DISMISSED);
            assertThat(onRecord("topic.dismissed", one)).isEqualTo(1);
        }
    }

    @Test
    void questions_that_two_editors_dismiss_at_once_are_dismissed_once() throws Exception {
        for (int round = 0; round < 15; round++) {
            Stocked one = editing.topic(4);
            AtomicInteger dismissed = new AtomicInteger();

            List<RuntimeException> refusals = rivals.allAtOnce(List.of(
                    () -> dismissed.addAndGet(workflow.dismissQuestions(one.topic(), one.questions(), "Not ours")),
                    () -> dismissed.addAndGet(workflow.dismissQuestions(one.topic(), one.questions(), "Spam"))));

            assertThat(refusals).isEmpty();
            assertThat(dismissed).hasValue(4);
            assertThat(editing.find(one).dismissed()).isEqualTo(4);
            assertThat(editing.rows()
                            .of(
                                    "select distinct dismissal_reason from unanswered_question where topic_id = ?",
                                    one.topic()))
                    .hasSize(1);
            assertThat(onRecord("topic.questions_dismissed", one)).isEqualTo(1);
        }
    }

    @Test
    void of_two_editors_one_who_merges_and_one_who_resolves_exactly_one_does() throws Exception {
        for (int round = 0; round < 15; round++) {
            Stocked one = editing.topic(2);
            Stocked other = editing.topic(2);

            List<RuntimeException> refusals = rivals.allAtOnce(List.of(
                    () -> done(() -> workflow.merge(one.topic(), 0, List.of(other.topic()))),
                    () -> workflow.createAndResolve(one.topic(), 0, "Why?", "So.", TopicStock.LANGUAGE)));

            assertThat(refusals).hasSize(1).hasOnlyElementsOfType(TopicChangedException.class);
            boolean merged = editing.find(one).row().standing().state() == TopicState.OPEN;
            assertThat(editing.find(one).row().conversations()).isEqualTo(merged ? 4 : 2);
            assertThat(editing.find(other).row().id()).isEqualTo(merged ? one.topic() : other.topic());
        }
    }

    @Test
    void two_topics_that_are_merged_into_each_other_at_once_are_one() throws Exception {
        for (int round = 0; round < 15; round++) {
            Stocked one = editing.topic(1);
            Stocked other = editing.topic(1);

            List<RuntimeException> refusals = rivals.allAtOnce(List.of(
                    () -> done(() -> workflow.merge(one.topic(), 0, List.of(other.topic()))),
                    () -> done(() -> workflow.merge(other.topic(), 0, List.of(one.topic())))));

            assertThat(refusals).hasSize(1).hasOnlyElementsOfType(TopicChangedException.class);
            assertThat(editing.find(one).row().id())
                    .isEqualTo(editing.find(other).row().id());
            assertThat(editing.find(one).row().conversations()).isEqualTo(2);
        }
    }

    @Test
    void no_question_is_lost_between_a_move_and_a_merge() throws Exception {
        for (int round = 0; round < 15; round++) {
            Stocked one = editing.topic(3);
            Stocked other = editing.topic(1);
            Stocked third = editing.topic(1);

            List<RuntimeException> refusals = rivals.allAtOnce(List.of(
                    () -> done(() -> workflow.merge(other.topic(), 0, List.of(one.topic()))),
                    () -> done(() -> workflow.move(one.questions().subList(0, 2), third.topic())),
                    () -> done(() -> workflow.move(one.questions().subList(1, 3), one.topic()))));

            assertThat(refusals)
                    .allMatch(refusal ->
                            refusal instanceof TopicRefusedException || refusal instanceof TopicChangedException);
            assertThat(editing.find(other).row().conversations()
                            + editing.find(third).row().conversations())
                    .isEqualTo(5);
            for (Stocked topic : List.of(other, third)) {
                assertThat(listedQuestions(topic))
                        .isEqualTo(editing.find(topic).row().conversations());
            }
            assertThat(editing.rows().count("select count(*) from unanswered_question where topic_id = ?", one.topic()))
                    .isZero();
        }
    }

    private long onRecord(String action, Stocked topic) {
        return editing.rows()
                .count(
                        "select count(*) from audit_entry where action = ? and subject = ?",
                        action,
                        "topic/" + topic.topic());
    }

    private long listedQuestions(Stocked topic) {
        return editing.as("vera", () -> topics.questions(topic.topic(), QuestionFilter.COUNTED, null, 50))
                .total();
    }
}
