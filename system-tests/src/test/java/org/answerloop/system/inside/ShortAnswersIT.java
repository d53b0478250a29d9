package org.answerloop.system.inside;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.access.model.NoSeatException;
import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.ShortAnswers;
import org.answerloop.answer.model.AnswerFilter;
import org.answerloop.answer.model.AnswerList;
import org.answerloop.answer.model.AnswerRevision;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.OvertakenException;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.Wording;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Writing short answers: who may, what stays, and two editors at once. */
@ExtendWith(ArquillianExtension.class)
class ShortAnswersIT {

    private static final Wording HERE = new Wording("Where is my parcel?", "On its way.", "en");
    private static final Wording THERE = new Wording("Where is my parcel?", "With the courier.", "en");

    @EJB
    private ShortAnswers answers;

    @EJB
    private AnswerCatalogue catalogue;

    @Inject
    private Staff staff;

    @Inject
    private Shelf shelf;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;

    @BeforeEach
    void edgarHasASeat() {
        rows = new Rows(database);
        rows.change("delete from audit_entry");
        shelf.clear();
        staff.onlySeatsAreOf("edgar");
    }

    private List<Callable<?>> changes(long id, long version) {
        return List.of(
                () -> answers.draft(HERE),
                () -> answers.write(HERE),
                () -> {
                    answers.revise(id, version, THERE);
                    return id;
                },
                () -> {
                    answers.publish(id, version);
                    return id;
                },
                () -> {
                    answers.publish(id, version, THERE);
                    return id;
                },
                () -> {
                    answers.restore(id, version, 1);
                    return id;
                },
                () -> {
                    answers.archive(id, version);
                    return id;
                },
                () -> {
                    answers.takeOutOfTheArchive(id, version);
                    return id;
                },
                () -> {
                    answers.entrust(id, version, "edgar", null);
                    return id;
                });
    }

    @Test
    void every_change_takes_both_the_role_and_a_seat() {
        long id = as("edgar", () -> answers.write(HERE));
        long version = find(id).version();
        staff.seat("maya");
        long before = changesSoFar();
        for (String login : List.of("maya", "vera", "ada")) {
            for (Callable<?> change : changes(id, version)) {
                assertThatThrownBy(() -> as(login, change)).as(login).isInstanceOf(EJBAccessException.class);
            }
        }
        staff.takeSeat("edgar");
        for (Callable<?> change : changes(id, version)) {
            assertThatThrownBy(() -> as("edgar", change)).isInstanceOf(NoSeatException.class);
        }
        for (Callable<?> change : changes(id, version)) {
            assertThatThrownBy(change::call).isInstanceOf(EJBAccessException.class);
        }
        assertThat(changesSoFar()).isEqualTo(before);
        assertThat(find(id).wording()).isEqualTo(HERE);
        assertThat(rows.count("select count(*) from short_answer")).isEqualTo(1);
    }

    @Test
    void what_the_agent_reads_changes_when_it_is_published_and_nothing_is_lost() {
        long id = as("edgar", () -> answers.write(HERE));
        as("edgar", () -> {
            answers.revise(id, find(id).version(), THERE);
            return id;
        });
        assertThat(find(id)).satisfies(answer -> {
            assertThat(answer.publishedRevision()).contains(1);
            assertThat(answer.hasDraft()).isTrue();
        });
        as("edgar", () -> {
            answers.publish(id, find(id).version());
            answers.restore(id, find(id).version(), 1);
            answers.archive(id, find(id).version());
            answers.takeOutOfTheArchive(id, find(id).version());
            answers.entrust(id, find(id).version(), "vera", LocalDate.of(2027, 1, 31));
            return id;
        });

        assertThat(find(id).state()).isEqualTo(AnswerState.DRAFT);
        assertThat(find(id).wording()).isEqualTo(HERE);
        assertThat(as("vera", () -> catalogue.revisions(id)))
                .extracting(
                        AnswerRevision::number,
                        r -> r.wording().answer(),
                        r -> r.restoredFrom().orElse(0))
                .containsExactly(tuple(3, HERE.answer(), 1), tuple(2, THERE.answer(), 0), tuple(1, HERE.answer(), 0));
        assertThat(rows.of("select concat(who, ' ', action) from audit_entry where subject = 'answer/" + id
                        + "' order by id"))
                .containsExactly(
                        "edgar answer.created",
                        "edgar answer.published",
                        "edgar answer.edited",
                        "edgar answer.published",
                        "edgar answer.restored",
                        "edgar answer.archived",
                        "edgar answer.taken_out",
                        "edgar answer.entrusted");
        assertThat(rows.of("select after_it from audit_entry where action = 'answer.entrusted'"))
                .containsExactly("vera, review on 2027-01-31");
    }

    @Test
    void an_answer_is_up_for_review_from_its_date_on() {
        long id = as("edgar", () -> answers.write(HERE));
        as("edgar", () -> answers.write(new Wording("Never to be looked at?", "Never.", "en")));
        LocalDate date = LocalDate.of(2027, 1, 31);
        as("edgar", () -> {
            answers.entrust(id, find(id).version(), "vera", date);
            return id;
        });

        assertThat(listed(new AnswerFilter(null, null, null, null, date.minusDays(1))))
                .isEmpty();
        assertThat(listed(new AnswerFilter(null, null, null, null, date))).containsExactly(HERE.question());
        assertThat(listed(new AnswerFilter(null, null, null, "vera", date.plusYears(1))))
                .containsExactly(HERE.question());
    }

    @Test
    void the_second_of_two_editors_learns_of_the_first() {
        long id = as("edgar", () -> answers.write(HERE));
        long seen = find(id).version();
        as("edgar", () -> {
            answers.revise(id, seen, THERE);
            return id;
        });

        assertThatThrownBy(() -> as("edgar", () -> {
                    answers.publish(id, seen, new Wording("Mine?", "Mine.", "en"));
                    return id;
                }))
                .isInstanceOfSatisfying(OvertakenException.class, overtaken -> {
                    assertThat(overtaken.by()).isEqualTo("edgar");
                    assertThat(overtaken.at()).isEqualTo(find(id).changedAt());
                });
        assertThat(find(id).wording()).isEqualTo(THERE);
    }

    @Test
    void what_cannot_be_done_leaves_nothing_behind() {
        long id = as("edgar", () -> answers.write(HERE));
        long before = changesSoFar();
        refused(UnusableAnswerException.Reason.NOTHING_NEW, () -> answers.publish(id, find(id).version(), HERE));
        refused(UnusableAnswerException.Reason.NO_REVISION, () -> answers.restore(id, find(id).version(), 9));
        refused(UnusableAnswerException.Reason.OWNER, () -> answers.entrust(id, find(id).version(), "nobody", null));
        refused(UnusableAnswerException.Reason.UNKNOWN, () -> answers.archive(-5, 1));
        assertThat(changesSoFar()).isEqualTo(before);
    }

    @Test
    void the_list_is_narrowed_and_paged_the_latest_changed_first() {
        for (int i = 0; i < 5; i++) {
            Wording wording = new Wording("Number " + i + "?", i == 3 ? "100%_sure" : "Yes.", i % 2 == 0 ? "en" : "fr");
            as("edgar", () -> answers.draft(wording));
        }
        assertThat(listed(new AnswerFilter("number", null, null, null, null)))
                .containsExactly("Number 4?", "Number 3?", "Number 2?", "Number 1?", "Number 0?");
        assertThat(listed(new AnswerFilter("0%_SURE", null, null, null, null))).containsExactly("Number 3?");
        assertThat(listed(new AnswerFilter("%", "fr", null, "edgar", null))).containsExactly("Number 3?");
        assertThat(listed(new AnswerFilter(null, "en", AnswerState.DRAFT, null, null)))
                .hasSize(3);
        assertThat(listed(new AnswerFilter(null, null, AnswerState.PUBLISHED, null, null)))
                .isEmpty();
        assertThat(listed(new AnswerFilter(null, null, null, null, LocalDate.of(2999, 1, 1))))
                .isEmpty();
        assertThatThrownBy(() -> catalogue.list(AnswerFilter.ALL, null, 3)).isInstanceOf(EJBAccessException.class);
    }

    private List<String> listed(AnswerFilter filter) {
        return as("vera", () -> {
            AnswerList first = catalogue.list(filter, null, 3);
            Stream<ShortAnswer> rest =
                    first.next() == null ? Stream.empty() : catalogue.list(filter, first.next(), 3).rows().stream();
            List<String> questions = Stream.concat(first.rows().stream(), rest)
                    .map(answer -> answer.wording().question())
                    .toList();
            assertThat(first.total()).isEqualTo(questions.size());
            return questions;
        });
    }

    private void refused(UnusableAnswerException.Reason reason, Runnable change) {
        assertThatThrownBy(() -> as("edgar", () -> {
                    change.run();
                    return reason;
                }))
                .isInstanceOfSatisfying(
                        UnusableAnswerException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private ShortAnswer find(long id) {
        try {
            return catalogue.find(id).orElseThrow();
        } catch (EJBAccessException nobodySignedIn) {
            return as("vera", () -> catalogue.find(id)).orElseThrow();
        }
    }

    private long changesSoFar() {
        return rows.count("select count(*) from audit_entry where action like 'answer.%'");
    }

    private <T> T as(String login, Callable<T> work) {
        return DemoUser.does(login, request, work);
    }
}
