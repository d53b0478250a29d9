package org.answerloop.system.inside;

import java.util.List;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;

import org.answerloop.access.model.NoSeatException;
import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.system.inside.TopicEditing.Change;
import org.answerloop.system.inside.TopicStock.Stocked;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who may decide about topics. */
@ExtendWith(ArquillianExtension.class)
class TopicRightsIT {

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
    void every_change_takes_both_the_role_and_a_seat() {
        Stocked one = editing.topic(3);
        Stocked other = editing.topic(2);
        staff.seat("maya");
        long before = onRecord();
        for (String login : List.of("maya", "vera", "ada")) {
            for (Change change : changes(one, other)) {
                assertThatThrownBy(() -> editing.does(login, change)).as(login).isInstanceOf(EJBAccessException.class);
            }
        }
        staff.takeSeat("edgar");
        for (Change change : changes(one, other)) {
            assertThatThrownBy(() -> editing.does("edgar", change)).isInstanceOf(NoSeatException.class);
            assertThatThrownBy(change::make).isInstanceOf(EJBAccessException.class);
        }
        assertThat(onRecord()).isEqualTo(before);
        assertThat(editing.find(one).row().standing().version()).isZero();
        assertThat(editing.find(one).row().conversations()).isEqualTo(3);
        assertThatThrownBy(() -> topics.find(one.topic())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> topics.list(TopicFilter.NONE, null, 1)).isInstanceOf(EJBAccessException.class);
    }

    private List<Change> changes(Stocked one, Stocked other) {
        long id = one.topic();
        return List.of(
                () -> workflow.createAndResolve(id, 0, "Why?", "So.", "sv"),
                () -> workflow.resolveWith(id, 0, 1),
                () -> workflow.dismiss(id, 0, null),
                () -> workflow.restore(id, 0),
                () -> workflow.dismissQuestions(id, one.questions(), null),
                () -> workflow.restoreQuestions(id, one.questions()),
                () -> workflow.rename(id, 0, "Title"),
                () -> workflow.merge(id, 0, List.of(other.topic())),
                () -> workflow.split(id, 0, one.questions().subList(0, 1), "Title"),
                () -> workflow.move(one.questions(), other.topic()),
                () -> workflow.snooze(id, 0, editing.today().plusDays(3)),
                () -> workflow.wake(id, 0),
                () -> workflow.reopen(id, 0));
    }

    private long onRecord() {
        return editing.rows()
                .count("select count(*) from audit_entry where action like 'topic.%' or action like 'answer.%'");
    }
}
