package org.answerloop.system.inside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;

import org.answerloop.gap.application.GroupQuestions;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a person decided stays so, whatever comes, and whichever server groups. */
@ExtendWith(ArquillianExtension.class)
class PlacedQuestionsIT {

    private static final List<String> VOUCHERS = List.of(
            "How do I redeem a voucher?",
            "My gift voucher is not accepted",
            "Where do I enter the code of my voucher?",
            "The voucher code does not work");
    private static final List<String> CABINS = List.of(
            "Can I book a cabin with a window?",
            "Do the cabins have a window?",
            "I would like a cabin with a sea view",
            "Is there a window in the cabin?");

    private static final List<String> LOCKERS = List.of("Where are the lockers at the pier?");
    private static final List<String> PIANOS = List.of("May guests play the grand piano?");

    @Inject
    private Visitors visitors;

    @Inject
    private GroupingServers servers;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;

    @BeforeEach
    void look() {
        rows = new Rows(database);
    }

    @Test
    void a_question_that_was_moved_stays_where_it_is_with_another_server_too() {
        List<Long> vouchers = ask(VOUCHERS);
        List<Long> cabins = ask(CABINS);
        long moved = vouchers.get(0);
        long there = visitors.topic(cabins.get(0));
        place(List.of(moved), there);
        assertThat(visitors.allHaveATopic()).isTrue();

        ask(VOUCHERS);
        assertThat(visitors.topic(moved)).isEqualTo(there);

        anotherServerTakesOver();
        ask(VOUCHERS);
        ask(CABINS);
        assertThat(visitors.topic(moved)).isEqualTo(there);
    }

    @Test
    void questions_come_to_the_topic_that_others_were_merged_into_with_another_server_too() {
        List<Long> vouchers = ask(VOUCHERS);
        List<Long> cabins = ask(CABINS);
        long merged = visitors.topic(vouchers.get(0));
        rows.change("update topic set named = true, title = 'Extras' where id = " + merged);
        place(vouchers, merged);
        place(cabins, merged);
        assertThat(visitors.allHaveATopic()).isTrue();

        assertThat(ask(CABINS)).allMatch(question -> comesTo(question, merged));
        anotherServerTakesOver();
        List<Long> more = new ArrayList<>(ask(CABINS));
        more.addAll(ask(VOUCHERS));

        assertThat(more).allMatch(question -> comesTo(question, merged));
        assertThat(rows.of("select title from topic where id = ?", merged)).containsExactly("Extras");
    }

    @Test
    void a_question_that_a_person_is_quicker_to_place_is_grouped_with_where_they_placed_it() {
        List<Long> cabins = ask(CABINS);
        long there = visitors.topic(cabins.get(0));
        List<Long> asked = visitors.ask("en", List.of("Is the sauna open in winter?"));
        place(asked, there);

        assertThat(visitors.allHaveATopic()).isTrue();
        assertThat(visitors.topic(asked.get(0))).isEqualTo(there);
        assertThat(rows.count("select count(*) from question_vector where question_id = ?", asked.get(0)))
                .isEqualTo(1);
    }

    @Test
    void a_resolved_topic_is_reopened_once_by_a_question_that_is_asked_afterwards() {
        List<Long> vouchers = ask(VOUCHERS);
        long topic = visitors.topic(vouchers.get(0));
        settle(topic);
        clock.advance(Duration.ofHours(5));

        List<Long> again = ask(VOUCHERS);

        assertThat(again).allMatch(question -> comesTo(question, topic));
        assertThat(rows.of("select concat(state, ' ', reopened) from topic where id = ?", topic))
                .containsExactly("REOPENED 1");
        assertThat(rows.of("select after_it from audit_entry where action = 'topic.reopened'"))
                .contains("REOPENED");
    }

    @Test
    void a_resolved_topic_stays_so_when_an_earlier_question_comes_late() {
        List<Long> cabins = ask(CABINS);
        long topic = visitors.topic(cabins.get(0));
        settle(topic);

        List<Long> late = ask(CABINS);

        assertThat(late).allMatch(question -> comesTo(question, topic));
        assertThat(rows.of("select concat(state, ' ', reopened) from topic where id = ?", topic))
                .containsExactly("RESOLVED 0");
    }

    @Test
    void a_topic_that_was_dismissed_or_snoozed_stays_so_however_often_it_is_asked_again() {
        long dismissed = visitors.topic(ask(LOCKERS).get(0));
        long snoozed = visitors.topic(ask(PIANOS).get(0));
        settle(dismissed);
        settle(snoozed);
        rows.change("update topic set state = 'DISMISSED', reason = 'Not ours' where id = " + dismissed);
        rows.change("update topic set state = 'OPEN', snoozed_until = date '2999-12-31' where id = " + snoozed);
        clock.advance(Duration.ofHours(5));

        assertThat(ask(LOCKERS)).allMatch(question -> comesTo(question, dismissed));
        anotherServerTakesOver();
        assertThat(ask(PIANOS)).allMatch(question -> comesTo(question, snoozed));

        assertThat(rows.of("select concat(state, ' ', reason, ' ', reopened) from topic where id = ?", dismissed))
                .containsExactly("DISMISSED Not ours 0");
        assertThat(rows.of("select concat(state, ' ', snoozed_until) from topic where id = ?", snoozed))
                .containsExactly("OPEN 2999-12-31");
    }

    @Test
    void what_a_server_that_dies_in_the_middle_has_not_done_another_one_does() {
        ask(VOUCHERS);
        clock.advance(Visitors.LONGER_THAN_A_TURN);
        GroupQuestions dying = servers.dying("dying", 60);
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            asked.addAll(visitors.ask(
                    "en", VOUCHERS.stream().map(text -> text + " please").toList()));
            asked.addAll(visitors.ask("en", CABINS));
        }
        assertThatThrownBy(() -> {
                    while (true) {
                        clock.advance(Visitors.LONGER_THAN_A_TURN);
                        dying.run();
                        asked.addAll(visitors.ask("en", CABINS));
                    }
                })
                .isInstanceOf(IllegalStateException.class);

        assertThat(visitors.allHaveATopic()).isTrue();
        Map<Long, Long> topics = visitors.topics();
        assertThat(asked).allMatch(topics::containsKey);
        assertThat(asked)
                .allMatch(question ->
                        rows.count("select count(*) from question_vector where question_id = ?", question) == 1);
    }

    private List<Long> ask(List<String> questions) {
        List<Long> asked = visitors.ask("en", questions);
        assertThat(visitors.allHaveATopic()).isTrue();
        return asked;
    }

    /** Sooner or later: when all are grouped anew. */
    private boolean comesTo(long question, long topic) {
        return visitors.onceGrouped(() -> visitors.topic(question) == topic);
    }

    /** As the workflow does it. */
    private void place(List<Long> questions, long topic) {
        questions.forEach(question -> rows.change("update unanswered_question set topic_id = " + topic
                + ", placed = true, grouping_due = 3 where id = " + question));
    }

    private void settle(long topic) {
        rows.change("update topic set state = 'RESOLVED', reopened = 0, settled_by = 'edgar', settled_at = '"
                + clock.instant() + "' where id = " + topic);
        rows.change("update unanswered_question set placed = true, grouping_due = 3 where topic_id = " + topic);
        assertThat(visitors.allHaveATopic()).isTrue();
    }

    private void anotherServerTakesOver() {
        clock.advance(Visitors.LONGER_THAN_A_TURN);
        servers.server("other " + System.nanoTime()).run();
    }
}
