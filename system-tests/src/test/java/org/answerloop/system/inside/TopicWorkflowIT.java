package org.answerloop.system.inside;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.access.model.NoSeatException;
import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.ShortAnswers;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.Wording;
import org.answerloop.conversation.application.TicketLinks;
import org.answerloop.conversation.model.TicketHosts;
import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.QuestionFilter.Which;
import org.answerloop.gap.model.TopicChangedException;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicQuestion;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.gap.model.TopicState;
import org.answerloop.system.inside.TopicStock.Stocked;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What editors decide about topics: who may, what it does, what it leaves on the record, and how it is taken back. */
@ExtendWith(ArquillianExtension.class)
class TopicWorkflowIT {

    private static final String HOSTILE = "=HYPERLINK(\"https://evil.example\") <script>alert(1)</script>";

    @EJB
    private TopicWorkflow workflow;

    @EJB
    private Topics topics;

    @EJB
    private TicketLinks tickets;

    @EJB
    private ShortAnswers answers;

    @EJB
    private AnswerCatalogue catalogue;

    @Inject
    private Staff staff;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;
    private TopicStock stock;

    @BeforeEach
    void edgarHasASeat() {
        rows = new Rows(database);
        stock = new TopicStock(database);
        staff.onlySeatIsOf("edgar");
    }

    @Test
    void every_change_takes_both_the_role_and_a_seat() {
        Stocked one = stock.topic(3);
        Stocked other = stock.topic(2);
        staff.seat("maya");
        long before = onRecord();
        for (String login : List.of("maya", "vera", "ada")) {
            for (Change change : changes(one, other)) {
                assertThatThrownBy(() -> does(login, change)).as(login).isInstanceOf(EJBAccessException.class);
            }
        }
        staff.takeSeat("edgar");
        for (Change change : changes(one, other)) {
            assertThatThrownBy(() -> does("edgar", change)).isInstanceOf(NoSeatException.class);
            assertThatThrownBy(change::make).isInstanceOf(EJBAccessException.class);
        }
        assertThat(onRecord()).isEqualTo(before);
        assertThat(find(one).row().standing().version()).isZero();
        assertThat(find(one).row().conversations()).isEqualTo(3);
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
                () -> workflow.snooze(id, 0, today().plusDays(3)),
                () -> workflow.wake(id, 0),
                () -> workflow.reopen(id, 0));
    }

    @Test
    void an_answer_is_written_published_and_resolves_the_topic() {
        Stocked one = stock.topic(2);
        long answer =
                as("edgar", () -> workflow.createAndResolve(one.topic(), 0, HOSTILE, "Så här.", TopicStock.LANGUAGE));

        TopicDetail detail = find(one);
        assertThat(detail.row().standing().state()).isEqualTo(TopicState.RESOLVED);
        assertThat(detail.row().standing().settledBy()).isEqualTo("edgar");
        assertThat(detail.answer().id()).isEqualTo(answer);
        assertThat(detail.answer().question()).isEqualTo(HOSTILE);
        assertThat(detail.answer().state()).isEqualTo(AnswerState.PUBLISHED);
        assertThat(listed(TopicSelection.RESOLVED)).contains(one.topic());
        assertThat(listed(TopicSelection.OPEN)).doesNotContain(one.topic());
        assertThat(rows.count("select count(*) from unanswered_question where topic_id = ? and placed", one.topic()))
                .isEqualTo(2);
        assertThat(record(one)).containsExactly("edgar topic.resolved OPEN -> RESOLVED, answer/" + answer);

        does("edgar", () -> workflow.reopen(one.topic(), 1));
        assertThat(find(one).row().standing().state()).isEqualTo(TopicState.OPEN);
        assertThat(find(one).answer()).isNull();
    }

    @Test
    void what_cannot_be_an_answer_resolves_nothing() {
        Stocked one = stock.topic(1);
        long archived = as("edgar", () -> {
            long id = answers.write(new Wording("Old?", "Old.", "sv"));
            answers.archive(id, catalogue.find(id).orElseThrow().version());
            return id;
        });
        assertThatThrownBy(() -> as("edgar", () -> workflow.createAndResolve(one.topic(), 0, "Why?", " ", "sv")))
                .isInstanceOf(UnusableAnswerException.class);
        refused(TopicRefusedException.Reason.ANSWER, () -> workflow.resolveWith(one.topic(), 0, -1));
        refused(TopicRefusedException.Reason.ARCHIVED_ANSWER, () -> workflow.resolveWith(one.topic(), 0, archived));
        assertThat(find(one).row().standing().version()).isZero();
        assertThat(record(one)).isEmpty();
    }

    @Test
    void a_dismissed_topic_leaves_the_list_and_comes_back() {
        Stocked one = stock.topic(2);
        does("edgar", () -> workflow.dismiss(one.topic(), 0, HOSTILE));
        assertThat(listed(TopicSelection.OPEN)).doesNotContain(one.topic());
        assertThat(listed(TopicSelection.DISMISSED)).contains(one.topic());
        assertThat(find(one).row().standing().reason()).isEqualTo(HOSTILE);

        does("edgar", () -> workflow.restore(one.topic(), 1));
        assertThat(listed(TopicSelection.OPEN)).contains(one.topic());
        assertThat(find(one).row().standing().reason()).isNull();
        assertThat(record(one))
                .containsExactly(
                        "edgar topic.dismissed OPEN -> DISMISSED: " + HOSTILE,
                        "edgar topic.restored DISMISSED: " + HOSTILE + " -> OPEN");
    }

    @Test
    void a_snoozed_topic_waits_until_its_date() {
        Stocked one = stock.topic(1);
        LocalDate date = today().plusDays(2);
        does("edgar", () -> workflow.snooze(one.topic(), 0, date));
        assertThat(listed(TopicSelection.OPEN)).doesNotContain(one.topic());
        assertThat(listed(TopicSelection.SNOOZED)).contains(one.topic());
        assertThat(find(one).row().standing().snoozed()).isTrue();

        does("edgar", () -> workflow.wake(one.topic(), 1));
        assertThat(listed(TopicSelection.OPEN)).contains(one.topic());
        refused(TopicRefusedException.Reason.NOT_SNOOZED, () -> workflow.wake(one.topic(), 2));
        refused(TopicRefusedException.Reason.DATE, () -> workflow.snooze(one.topic(), 2, today()));
        assertThat(record(one))
                .containsExactly(
                        "edgar topic.snoozed OPEN -> OPEN, snoozed until " + date,
                        "edgar topic.woken OPEN, snoozed until " + date + " -> OPEN");
    }

    @Test
    void dismissed_questions_count_nowhere_and_come_back() {
        Stocked one = stock.topic(3);
        List<Long> two = one.questions().subList(0, 2);
        assertThat(as("edgar", () -> workflow.dismissQuestions(one.topic(), two, "  " + HOSTILE)))
                .isEqualTo(2);
        assertThat(as("edgar", () -> workflow.dismissQuestions(one.topic(), one.questions(), null)))
                .isEqualTo(1);
        TopicDetail detail = find(one);
        assertThat(detail.row().conversations()).isZero();
        assertThat(detail.row().unresolved()).isZero();
        assertThat(detail.dismissed()).isEqualTo(3);
        assertThat(listed(TopicSelection.OPEN)).doesNotContain(one.topic());
        assertThat(listed(TopicSelection.DISMISSED)).contains(one.topic());
        assertThat(questions(one, Which.COUNTED)).isEmpty();
        assertThat(questions(one, Which.DISMISSED))
                .filteredOn(question -> two.contains(question.id()))
                .allSatisfy(
                        question -> assertThat(question.dismissal().reason()).isEqualTo(HOSTILE))
                .hasSize(2);

        assertThat(as("edgar", () -> workflow.restoreQuestions(one.topic(), two)))
                .isEqualTo(2);
        assertThat(listed(TopicSelection.OPEN)).contains(one.topic());
        assertThat(find(one).row().conversations()).isEqualTo(2);
        assertThat(find(one).row().standing().version()).isZero();
        assertThat(record(one))
                .first()
                .isEqualTo("edgar topic.questions_dismissed - -> question/" + two.get(0) + " question/" + two.get(1)
                        + ": " + HOSTILE);
        refused(
                TopicRefusedException.Reason.REASON,
                () -> workflow.dismissQuestions(one.topic(), one.questions(), "x".repeat(501)));
    }

    @Test
    void a_name_that_a_person_gave_stays_text() {
        Stocked one = stock.topic(1);
        does("edgar", () -> workflow.rename(one.topic(), 0, " " + HOSTILE + "\n\u0000 "));
        assertThat(find(one).row().title()).isEqualTo(HOSTILE);
        assertThat(find(one).named()).isTrue();
        refused(TopicRefusedException.Reason.TITLE, () -> workflow.rename(one.topic(), 1, " \n "));
        refused(TopicRefusedException.Reason.TITLE, () -> workflow.rename(one.topic(), 1, "x".repeat(301)));
        // What was asked is nowhere on the record, which forgets nothing.
        assertThat(record(one)).containsExactly("edgar topic.renamed OPEN -> OPEN, named " + HOSTILE);
    }

    @Test
    void merged_topics_are_one_and_lead_to_it() {
        Stocked one = stock.topic(2);
        Stocked other = stock.topic(1);
        Stocked third = stock.topic(1);
        does("edgar", () -> workflow.merge(other.topic(), 0, List.of(third.topic())));
        does("edgar", () -> workflow.merge(one.topic(), 0, List.of(other.topic(), one.topic())));

        assertThat(find(one).row().conversations()).isEqualTo(4);
        assertThat(find(other).row().id()).isEqualTo(one.topic());
        assertThat(find(third).row().id()).isEqualTo(one.topic());
        assertThat(listed(TopicSelection.ALL)).contains(one.topic()).doesNotContain(other.topic(), third.topic());
        assertThat(rows.of("select title from topic where id = ?", other.topic()))
                .containsExactly("");
        assertThat(rows.count(
                        "select count(*) from unanswered_question where topic_id = ? and placed and grouping_due = 3",
                        one.topic()))
                .isLessThanOrEqualTo(2);
        assertThat(record(one))
                .containsExactly("edgar topic.merged topic/" + other.topic() + "\ntopic/" + other.topic()
                        + ": question/" + other.questions().get(0) + " question/"
                        + third.questions().get(0) + " -> topic/" + one.topic());
        assertThatThrownBy(() -> does("edgar", () -> workflow.rename(other.topic(), 2, "Back")))
                .isInstanceOf(TopicChangedException.class);
        assertThatThrownBy(() -> does("edgar", () -> workflow.move(one.questions(), other.topic())))
                .isInstanceOf(TopicChangedException.class);
    }

    @Test
    void questions_are_split_off_and_moved() {
        Stocked one = stock.topic(3);
        Stocked other = stock.topic(1);
        List<Long> two = one.questions().subList(0, 2);
        long begun = as("edgar", () -> workflow.split(one.topic(), 0, two, "Of its own"));
        assertThat(find(one).row().conversations()).isEqualTo(1);
        assertThat(listed(TopicSelection.OPEN)).contains(begun);
        as("vera", () -> {
            assertThat(topics.find(begun).orElseThrow().row().title()).isEqualTo("Of its own");
            assertThat(topics.find(begun).orElseThrow().row().conversations()).isEqualTo(2);
            return null;
        });

        does("edgar", () -> workflow.move(List.of(two.get(0), other.questions().get(0)), one.topic()));
        assertThat(questions(one, Which.COUNTED))
                .extracting(TopicQuestion::id)
                .containsExactlyInAnyOrder(
                        two.get(0), one.questions().get(2), other.questions().get(0));
        assertThat(find(other).row().conversations()).isZero();
        assertThat(listed(TopicSelection.ALL)).doesNotContain(other.topic());
        assertThat(record(one))
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
        Stocked one = stock.topic(2);
        Stocked danish = stock.topic(1, "da");
        long id = one.topic();
        refused(TopicRefusedException.Reason.UNKNOWN, () -> workflow.dismiss(-5, 0, null));
        refused(TopicRefusedException.Reason.NOT_RESOLVED, () -> workflow.reopen(id, 0));
        refused(TopicRefusedException.Reason.NOT_DISMISSED, () -> workflow.restore(id, 0));
        refused(TopicRefusedException.Reason.NOTHING, () -> workflow.merge(id, 0, List.of(id)));
        refused(TopicRefusedException.Reason.NOTHING, () -> workflow.split(id, 0, danish.questions(), "Title"));
        refused(TopicRefusedException.Reason.ALL_OF_IT, () -> workflow.split(id, 0, one.questions(), "Title"));
        refused(TopicRefusedException.Reason.NOTHING, () -> workflow.move(one.questions(), id));
        refused(TopicRefusedException.Reason.NOTHING, () -> workflow.move(List.of(), id));
        refused(TopicRefusedException.Reason.LANGUAGE, () -> workflow.move(danish.questions(), id));
        refused(TopicRefusedException.Reason.LANGUAGE, () -> workflow.merge(id, 0, List.of(danish.topic())));
        does("edgar", () -> workflow.dismiss(id, 0, null));
        refused(TopicRefusedException.Reason.NOT_OPEN, () -> workflow.snooze(id, 1, today().plusDays(9)));
        refused(TopicRefusedException.Reason.NOT_OPEN, () -> workflow.createAndResolve(id, 1, "Why?", "So.", "sv"));
    }

    @Test
    void the_second_of_two_editors_learns_of_the_first() {
        Stocked one = stock.topic(1);
        does("edgar", () -> workflow.dismiss(one.topic(), 0, "Not ours"));

        assertThatThrownBy(() -> as("edgar", () -> workflow.createAndResolve(one.topic(), 0, "Too late?", "So.", "sv")))
                .isInstanceOfSatisfying(TopicChangedException.class, changed -> {
                    assertThat(changed.topic()).isEqualTo(one.topic());
                    assertThat(changed.state()).isEqualTo(TopicState.DISMISSED);
                    assertThat(changed.by()).isEqualTo("edgar");
                    assertThat(changed.at())
                            .isEqualTo(find(one).row().standing().settledAt());
                });
        assertThat(rows.count("select count(*) from short_answer where question = 'Too late?'"))
                .isZero();
    }

    @Test
    void a_ticket_that_leads_elsewhere_than_to_https_is_no_link() {
        Stocked one = stock.topic(1);
        assertThat(rows.count(
                        "select count(*) from conversation where id = ? and ticket_url like 'javascript:%'",
                        one.questions().get(0)))
                .isEqualTo(1);
        assertThat(questions(one, Which.ALL))
                .allSatisfy(question -> assertThat(question.ticketAddress()).isEmpty());
    }

    @Test
    void whose_tickets_are_linked_administrators_alone_decide() {
        for (String login : List.of("maya", "vera", "edgar")) {
            assertThatThrownBy(() -> does(login, () -> tickets.decide("desk.example")))
                    .isInstanceOf(EJBAccessException.class);
        }
        assertThatThrownBy(() -> tickets.hosts()).isInstanceOf(EJBAccessException.class);
        does("ada", () -> tickets.decide(" Desk.example\n*.helpdesk.example "));
        does("ada", () -> tickets.decide("*.helpdesk.example desk.example"));
        assertThat(as("vera", () -> tickets.hosts().text())).isEqualTo("desk.example\n*.helpdesk.example");
        does("ada", () -> tickets.decide(""));
        assertThat(as("vera", () -> tickets.hosts())).isEqualTo(TicketHosts.ANY);
        assertThat(rows.of("select concat(who, ': ', coalesce(before_it, ''), ' -> ', coalesce(after_it, ''))"
                        + " from audit_entry where action = 'ticket_links.decided' order by id"))
                .containsExactly(
                        "ada:  -> desk.example\n*.helpdesk.example", "ada: desk.example\n*.helpdesk.example -> ");
    }

    @FunctionalInterface
    interface Change {
        void make() throws Exception;
    }

    private void refused(TopicRefusedException.Reason reason, Change change) {
        assertThatThrownBy(() -> does("edgar", change))
                .isInstanceOfSatisfying(
                        TopicRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private TopicDetail find(Stocked stocked) {
        return as("vera", () -> topics.find(stocked.topic())).orElseThrow();
    }

    private List<TopicQuestion> questions(Stocked stocked, Which which) {
        QuestionFilter filter = new QuestionFilter(which, null, null, null, null);
        return as("vera", () -> topics.questions(stocked.topic(), filter, null, 50))
                .rows();
    }

    private List<Long> listed(TopicSelection selection) {
        TopicFilter filter = new TopicFilter(selection, TopicStock.LANGUAGE, null, null, null, null, null);
        return as("vera", () -> topics.list(filter, null, 200)).rows().stream()
                .map(TopicRow::id)
                .toList();
    }

    private List<String> record(Stocked stocked) {
        return rows.of(
                "select concat(who, ' ', action, ' ', coalesce(before_it, '-'), ' -> ', coalesce(after_it, '-'))"
                        + " from audit_entry where subject = ? order by id",
                "topic/" + stocked.topic());
    }

    private long onRecord() {
        return rows.count("select count(*) from audit_entry where action like 'topic.%' or action like 'answer.%'");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void does(String login, Change change) {
        as(login, () -> {
            change.make();
            return null;
        });
    }

    private <T> T as(String login, Callable<T> work) {
        return DemoUser.does(login, request, work);
    }
}
