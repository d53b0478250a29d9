package org.answerloop.system.inside;

import java.time.LocalDate;
import java.util.List;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.ShortAnswers;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.Wording;
import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.model.QuestionFilter.Which;
import org.answerloop.gap.model.TopicChangedException;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.gap.model.TopicState;
import org.answerloop.system.inside.TopicStock.Stocked;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of a topic when an editor settles it or puts it off: what is left on the record, and how it is taken back. */
@ExtendWith(ArquillianExtension.class)
class TopicWorkflowIT {

    private static final String HOSTILE = "=HYPERLINK(\"https://evil.example\") <script>alert(1)</script>";

    @EJB
    private TopicWorkflow workflow;

    @EJB
    private ShortAnswers answers;

    @EJB
    private AnswerCatalogue catalogue;

    @Inject
    private TopicEditing editing;

    @Inject
    private Staff staff;

    @BeforeEach
    void edgarHasASeat() {
        staff.onlySeatsAreOf("edgar");
    }

    @Test
    void an_answer_is_written_published_and_resolves_the_topic() {
        Stocked one = editing.topic(2);
        long answer = editing.as(
                "edgar", () -> workflow.createAndResolve(one.topic(), 0, HOSTILE, "Så här.", TopicStock.LANGUAGE));

        TopicDetail detail = editing.find(one);
        assertThat(detail.row().standing().state()).isEqualTo(TopicState.RESOLVED);
        assertThat(detail.row().standing().settledBy()).isEqualTo("edgar");
        assertThat(detail.answer().id()).isEqualTo(answer);
        assertThat(detail.answer().question()).isEqualTo(HOSTILE);
        assertThat(detail.answer().state()).isEqualTo(AnswerState.PUBLISHED);
        assertThat(editing.listed(TopicSelection.RESOLVED)).contains(one.topic());
        assertThat(editing.listed(TopicSelection.OPEN)).doesNotContain(one.topic());
        assertThat(editing.rows()
                        .count("select count(*) from unanswered_question where topic_id = ? and placed", one.topic()))
                .isEqualTo(2);
        assertThat(editing.record(one)).containsExactly("edgar topic.resolved OPEN -> RESOLVED, answer/" + answer);

        editing.does("edgar", () -> workflow.reopen(one.topic(), 1));
        assertThat(editing.find(one).row().standing().state()).isEqualTo(TopicState.OPEN);
        assertThat(editing.find(one).answer()).isNull();
    }

    @Test
    void what_cannot_be_an_answer_resolves_nothing() {
        Stocked one = editing.topic(1);
        long archived = editing.as("edgar", () -> {
            long id = answers.write(new Wording("Old?", "Old.", "sv"));
            answers.archive(id, catalogue.find(id).orElseThrow().version());
            return id;
        });
        assertThatThrownBy(
                        () -> editing.as("edgar", () -> workflow.createAndResolve(one.topic(), 0, "Why?", " ", "sv")))
                .isInstanceOf(UnusableAnswerException.class);
        editing.refused(TopicRefusedException.Reason.ANSWER, () -> workflow.resolveWith(one.topic(), 0, -1));
        editing.refused(
                TopicRefusedException.Reason.ARCHIVED_ANSWER, () -> workflow.resolveWith(one.topic(), 0, archived));
        assertThat(editing.find(one).row().standing().version()).isZero();
        assertThat(editing.record(one)).isEmpty();
    }

    @Test
    void a_dismissed_topic_leaves_the_list_and_comes_back() {
        Stocked one = editing.topic(2);
        editing.does("edgar", () -> workflow.dismiss(one.topic(), 0, HOSTILE));
        assertThat(editing.listed(TopicSelection.OPEN)).doesNotContain(one.topic());
        assertThat(editing.listed(TopicSelection.DISMISSED)).contains(one.topic());
        assertThat(editing.find(one).row().standing().reason()).isEqualTo(HOSTILE);

        editing.does("edgar", () -> workflow.restore(one.topic(), 1));
        assertThat(editing.listed(TopicSelection.OPEN)).contains(one.topic());
        assertThat(editing.find(one).row().standing().reason()).isNull();
        assertThat(editing.record(one))
                .containsExactly(
                        "edgar topic.dismissed OPEN -> DISMISSED: " + HOSTILE,
                        "edgar topic.restored DISMISSED: " + HOSTILE + " -> OPEN");
    }

    @Test
    void a_snoozed_topic_waits_until_its_date() {
        Stocked one = editing.topic(1);
        LocalDate date = editing.today().plusDays(2);
        editing.does("edgar", () -> workflow.snooze(one.topic(), 0, date));
        assertThat(editing.listed(TopicSelection.OPEN)).doesNotContain(one.topic());
        assertThat(editing.listed(TopicSelection.SNOOZED)).contains(one.topic());
        assertThat(editing.find(one).row().standing().snoozed()).isTrue();

        editing.does("edgar", () -> workflow.wake(one.topic(), 1));
        assertThat(editing.listed(TopicSelection.OPEN)).contains(one.topic());
        editing.refused(TopicRefusedException.Reason.NOT_SNOOZED, () -> workflow.wake(one.topic(), 2));
        editing.refused(TopicRefusedException.Reason.DATE, () -> workflow.snooze(one.topic(), 2, editing.today()));
        assertThat(editing.record(one))
                .containsExactly(
                        "edgar topic.snoozed OPEN -> OPEN, snoozed until " + date,
                        "edgar topic.woken OPEN, snoozed until " + date + " -> OPEN");
    }

    @Test
    void dismissed_questions_count_nowhere_and_come_back() {
        Stocked one = editing.topic(3);
        List<Long> two = one.questions().subList(0, 2);
        assertThat(editing.as("edgar", () -> workflow.dismissQuestions(one.topic(), two, "  " + HOSTILE)))
                .isEqualTo(2);
        assertThat(editing.as("edgar", () -> workflow.dismissQuestions(one.topic(), one.questions(), null)))
                .isEqualTo(1);
        TopicDetail detail = editing.find(one);
        assertThat(detail.row().conversations()).isZero();
        assertThat(detail.row().unresolved()).isZero();
        assertThat(detail.dismissed()).isEqualTo(3);
        assertThat(editing.listed(TopicSelection.OPEN)).doesNotContain(one.topic());
        assertThat(editing.listed(TopicSelection.DISMISSED)).contains(one.topic());
        assertThat(editing.questions(one, Which.COUNTED)).isEmpty();
        assertThat(editing.questions(one, Which.DISMISSED))
                .filteredOn(question -> two.contains(question.id()))
                .allSatisfy(
                        question -> assertThat(question.dismissal().reason()).isEqualTo(HOSTILE))
                .hasSize(2);

        assertThat(editing.as("edgar", () -> workflow.restoreQuestions(one.topic(), two)))
                .isEqualTo(2);
        assertThat(editing.listed(TopicSelection.OPEN)).contains(one.topic());
        assertThat(editing.find(one).row().conversations()).isEqualTo(2);
        assertThat(editing.find(one).row().standing().version()).isZero();
        assertThat(editing.record(one))
                .first()
                .isEqualTo("edgar topic.questions_dismissed - -> question/" + two.get(0) + " question/" + two.get(1)
                        + ": " + HOSTILE);
        editing.refused(
                TopicRefusedException.Reason.REASON,
                () -> workflow.dismissQuestions(one.topic(), one.questions(), "x".repeat(501)));
    }

    @Test
    void the_second_of_two_editors_learns_of_the_first() {
        Stocked one = editing.topic(1);
        editing.does("edgar", () -> workflow.dismiss(one.topic(), 0, "Not ours"));

        assertThatThrownBy(() ->
                        editing.as("edgar", () -> workflow.createAndResolve(one.topic(), 0, "Too late?", "So.", "sv")))
                .isInstanceOfSatisfying(TopicChangedException.class, changed -> {
                    assertThat(changed.topic()).isEqualTo(one.topic());
                    assertThat(changed.state()).isEqualTo(TopicState.DISMISSED);
                    assertThat(changed.by()).isEqualTo("edgar");
                    assertThat(changed.at())
                            .isEqualTo(editing.find(one).row().standing().settledAt());
                });
        assertThat(editing.rows().count("select count(*) from short_answer where question = 'Too late?'"))
                .isZero();
    }
}
