package org.answerloop.system.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.gap.application.TopicFineness;
import org.answerloop.gap.model.Fineness;
import org.answerloop.gap.model.FinenessPreview;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How fine topics are is seen before it is decided, and what a person placed stays. */
@ExtendWith(ArquillianExtension.class)
class FinenessIT {

    /** Of one subject, and, looked at more closely, of several. */
    private static final List<String> LUGGAGE = List.of(
            "How many suitcases may I take?",
            "How many bags may I bring?",
            "What is the number of suitcases that I can take?",
            "How heavy may a suitcase be?",
            "What is the maximum weight of a bag?",
            "How much may my luggage weigh?",
            "My suitcase is damaged",
            "My bag arrived damaged",
            "The handle of my suitcase is broken",
            "My suitcase did not arrive",
            "My luggage is lost",
            "I cannot find my bag after the flight");

    @EJB
    private TopicFineness topics;

    @Inject
    private Visitors visitors;

    @Inject
    private GroupingServers servers;

    @Inject
    private AdjustableClock clock;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;

    @BeforeEach
    void look() {
        rows = new Rows(database);
    }

    @AfterEach
    void asBefore() {
        decide(Fineness.STANDARD);
    }

    @Test
    void the_effect_is_seen_before_it_is_decided_and_comes_about_then() {
        tablesAreReadAnew();
        List<Long> asked = new ArrayList<>(visitors.ask("en", LUGGAGE));
        assertThat(visitors.allHaveATopic()).isTrue();
        long placed = asked.get(0);
        long there = visitors.topic(asked.get(asked.size() - 1));
        rows.change("update unanswered_question set topic_id = " + there
                + ", placed = true, grouping_due = 3 where id = " + placed);
        assertThat(visitors.allHaveATopic()).isTrue();

        asAdministrator(() -> {
            topics.ask(Fineness.FINE);
            return null;
        });
        assertThat(visitors.onceGrouped(() -> preview() != null && preview().isFound()))
                .isTrue();
        FinenessPreview preview = preview();
        assertThat(topicsWithQuestions()).isEqualTo(preview.now());
        assertThat(preview.then()).isGreaterThanOrEqualTo(preview.now());

        decide(Fineness.FINE);

        assertThat(visitors.onceGrouped(() -> topicsWithQuestions() == preview.then()))
                .isTrue();
        assertThat(visitors.topic(placed)).isEqualTo(there);
        assertThat(preview()).isNull();
        assertThat(rows.of(
                        "select concat(who, ' ', before_it, ' ', after_it) from audit_entry where action = ?"
                                + " order by id desc",
                        TopicFineness.ACTION))
                .first()
                .isEqualTo("ada STANDARD FINE");
    }

    @Test
    void only_administrators_decide() {
        assertThatThrownBy(() -> DemoUser.does("edgar", request, () -> {
                    topics.decide(Fineness.COARSE);
                    return null;
                }))
                .isInstanceOf(EJBAccessException.class);
    }

    /** Other tests have put topics straight into the tables, which a server reads when it is its turn again. */
    private void tablesAreReadAnew() {
        clock.advance(Visitors.LONGER_THAN_A_TURN);
        servers.server("before " + System.nanoTime()).run();
    }

    private FinenessPreview preview() {
        return asAdministrator(() -> topics.preview().orElse(null));
    }

    private void decide(Fineness fineness) {
        asAdministrator(() -> {
            topics.decide(fineness);
            return null;
        });
    }

    private <T> T asAdministrator(Callable<T> work) {
        return Administrator.does(request, work);
    }

    private long topicsWithQuestions() {
        return rows.count("select count(distinct topic_id) from unanswered_question where question is not null");
    }
}
