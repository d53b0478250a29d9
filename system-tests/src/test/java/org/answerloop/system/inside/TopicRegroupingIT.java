package org.answerloop.system.inside;

import java.util.List;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.QuestionFilter.Which;
import org.answerloop.gap.model.TopicChangedException;
import org.answerloop.gap.model.TopicQuestion;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.system.inside.TopicStock.Stocked;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What editors put together in another way than the machine did, and what they call it. */
@ExtendWith(ArquillianExtension.class)
class TopicRegroupingIT {

    private static final String HOSTILE = "=HYPERLINK(\"https://evil.example\") <script>alert(1)</script>";

    @EJB
    private TopicWorkflow workflow;

    @EJB
    private Topics topics;

    @Inject
    private TopicEditing editing;

    @Inject
    private Staff staff;

    @BeforeEach
    void edgarHasASeat() {
        staff.onlySeatsAreOf("edgar");
    }

    @Test
    void a_name_that_a_person_gave_stays_text() {
        Stocked one = editing.topic(1);
        editing.does("edgar", () -> workflow.rename(one.topic(), 0, " " + HOSTILE + "\n\u0000 "));
        assertThat(editing.find(one).row().title()).isEqualTo(HOSTILE);
        assertThat(editing.find(one).named()).isTrue();
        editing.refused(TopicRefusedException.Reason.TITLE, () -> workflow.rename(one.topic(), 1, " \n "));
        editing.refused(TopicRefusedException.Reason.TITLE, () -> workflow.rename(one.topic(), 1, "x".repeat(301)));
        // What was asked is nowhere on the record, which forgets nothing.
        assertThat(editing.record(one)).containsExactly("edgar topic.renamed OPEN -> OPEN, named " + HOSTILE);
    }

    @Test
    void merged_topics_are_one_and_lead_to_it() {
        Stocked one = editing.topic(2);
        Stocked other = editing.topic(1);
        Stocked third = editing.topic(1);
        editing.does("edgar", () -> workflow.merge(other.topic(), 0, List.of(third.topic())));
        editing.does("edgar", () -> workflow.merge(one.topic(), 0, List.of(other.topic(), one.topic())));

        assertThat(editing.find(one).row().conversations()).isEqualTo(4);
        assertThat(editing.find(other).row().id()).isEqualTo(one.topic());
        assertThat(editing.find(third).row().id()).isEqualTo(one.topic());
        assertThat(editing.listed(TopicSelection.ALL))
                .contains(one.topic())
                .doesNotContain(other.topic(), third.topic());
        assertThat(editing.rows().of("select title from topic where id = ?", other.topic()))
                .containsExactly("");
        assertThat(editing.rows()
                        .count(
                                "select count(*) from unanswered_question where topic_id = ? and placed and grouping_due = 3",
                                one.topic()))
                .isLessThanOrEqualTo(2);
        assertThat(editing.record(one))
                .containsExactly("edgar topic.merged topic/" + other.topic() + "\ntopic/" + other.topic()
                        + ": question/" + other.questions().get(0) + " question/"
                        + third.questions().get(0) + " -> topic/" + one.topic());
        assertThatThrownBy(() -> editing.does("edgar", () -> workflow.rename(other.topic(), 2, "Back")))
                .isInstanceOf(TopicChangedException.class);
        assertThatThrownBy(() -> editing.does("edgar", () -> workflow.move(one.questions(), other.topic())))
                .isInstanceOf(TopicChangedException.class);
    }

    @Test
    void questions_are_split_off_and_moved() {
        Stocked one = editing.topic(3);
        Stocked other = editing.topic(1);
        List<Long> two = one.questions().subList(0, 2);
        long begun = editing.as("edgar", () -> workflow.split(one.topic(), 0, two, "Of its own"));
        assertThat(editing.find(one).row().conversations()).isEqualTo(1);
        assertThat(editing.listed(TopicSelection.OPEN)).contains(begun);
        editing.as("vera", () -> {
            assertThat(topics.find(begun).orElseThrow().row().title()).isEqualTo("Of its own");
            assertThat(topics.find(begun).orElseThrow().row().conversations()).isEqualTo(2);
            return null;
        });

        editing.does(
                "edgar",
                () -> workflow.move(List.of(two.get(0), other.questions().get(0)), one.topic()));
        assertThat(editing.questions(one, Which.COUNTED))
                .extracting(TopicQuestion::id)
                .containsExactlyInAnyOrder(
                        two.get(0), one.questions().get(2), other.questions().get(0));
        assertThat(editing.find(other).row().conversations()).isZero();
        assertThat(editing.listed(TopicSelection.ALL)).doesNotContain(other.topic());
        assertThat(editing.record(one))
                .containsExactly(
                        "edgar topic.split topic/" + one.topic() + ": question/" + two.get(0) + " question/"
                                + two.get(1) + " -> topic/" + begun + " OPEN, named Of its own",
                        "edgar topic.questions_moved topic/" + begun + ": question/" + two.get(0) + "\ntopic/"
                                + other.topic() + ": question/"
                                + other.questions().get(0) + " -> topic/"
                                + one.topic());
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Stocked one = editing.topic(2);
        Stocked danish = editing.topic(1, "da");
        long id = one.topic();
        editing.refused(TopicRefusedException.Reason.UNKNOWN, () -> workflow.dismiss(-5, 0, null));
        editing.refused(TopicRefusedException.Reason.NOT_RESOLVED, () -> workflow.reopen(id, 0));
        editing.refused(TopicRefusedException.Reason.NOT_DISMISSED, () -> workflow.restore(id, 0));
        editing.refused(TopicRefusedException.Reason.NOTHING, () -> workflow.merge(id, 0, List.of(id)));
        editing.refused(TopicRefusedException.Reason.NOTHING, () -> workflow.split(id, 0, danish.questions(), "Title"));
        editing.refused(TopicRefusedException.Reason.ALL_OF_IT, () -> workflow.split(id, 0, one.questions(), "Title"));
        editing.refused(TopicRefusedException.Reason.NOTHING, () -> workflow.move(one.questions(), id));
        editing.refused(TopicRefusedException.Reason.NOTHING, () -> workflow.move(List.of(), id));
        editing.refused(TopicRefusedException.Reason.LANGUAGE, () -> workflow.move(danish.questions(), id));
        editing.refused(TopicRefusedException.Reason.LANGUAGE, () -> workflow.merge(id, 0, List.of(danish.topic())));
        editing.does("edgar", () -> workflow.dismiss(id, 0, null));
        editing.refused(
                TopicRefusedException.Reason.NOT_OPEN,
                () -> workflow.snooze(id, 1, editing.today().plusDays(9)));
        editing.refused(
                TopicRefusedException.Reason.NOT_OPEN, () -> workflow.createAndResolve(id, 1, "Why?", "So.", "sv"));
    }
}
