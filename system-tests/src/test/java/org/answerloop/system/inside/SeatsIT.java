package org.answerloop.system.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.access.application.EditingRights;
import org.answerloop.access.application.People;
import org.answerloop.access.application.Seats;
import org.answerloop.access.model.EditingRight;
import org.answerloop.access.model.SeatRefusedException;
import org.answerloop.settings.Settings;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Seats, against the tables. */
@ExtendWith(ArquillianExtension.class)
class SeatsIT {

    @EJB
    private Seats seats;

    @EJB
    private People people;

    @EJB
    private EditingRights rights;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    @EJB
    private AtOnce atOnce;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;

    @BeforeEach
    void nobodyHoldsASeat() {
        rows = new Rows(database);
        rows.change("delete from seat_assignment");
        rows.change("delete from person");
    }

    @Test
    void of_fifty_who_are_given_the_last_seat_at_once_exactly_one_gets_it() throws Exception {
        IntStream.range(0, 50).forEach(i -> known("many-" + i));
        IntStream.range(0, settings.seats() - 1).forEach(i -> known("early-" + i));
        asAdministrator(() -> {
            IntStream.range(0, settings.seats() - 1).forEach(i -> seats.assign("early-" + i));
            return null;
        });

        List<String> refusals = asAdministrator(() -> {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> attempts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String login = "many-" + i;
                attempts.add(atOnce.call(() -> {
                    go.await();
                    seats.assign(login);
                    return login;
                }));
            }
            go.countDown();
            return refusalsOf(attempts);
        });

        assertThat(refusals).hasSize(49).containsOnly(SeatRefusedException.Reason.NONE_FREE.name());
        assertThat(rows.count("select count(*) from seat_assignment where seat is not null"))
                .isEqualTo(settings.seats());
        assertThat(rows.count(
                        "select count(distinct seat) from seat_assignment where seat between 1 and ?",
                        settings.seats()))
                .isEqualTo(settings.seats());
    }

    @Test
    void a_seat_is_given_to_people_who_have_signed_in_and_once() {
        as("edgar", () -> {
            people.noteCaller();
            people.noteCaller();
            return null;
        });
        asAdministrator(() -> {
            seats.assign("edgar");
            return null;
        });

        assertThat(rows.of("select roles from person")).containsExactly("editor");
        assertThatThrownBy(() -> asAdministrator(() -> {
                    seats.assign("edgar");
                    return null;
                }))
                .isInstanceOf(SeatRefusedException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> asAdministrator(() -> {
                    seats.assign("somebody else");
                    return null;
                }))
                .isInstanceOf(SeatRefusedException.class)
                .hasMessageContaining("signed in");
        assertThat(as("edgar", rights::ofCaller)).isEqualTo(new EditingRight(true, 1, settings.seats()));
        assertThat(as("maya", rights::ofCaller)).isEqualTo(new EditingRight(false, null, settings.seats()));
    }

    @Test
    void what_changes_hands_stays_in_the_history_and_on_the_record() {
        known("edgar");
        known("vera");
        rows.change("delete from audit_entry where subject in ('edgar', 'vera')");
        asAdministrator(() -> {
            seats.assign("edgar");
            seats.assign("vera");
            seats.takeAway("edgar");
            return null;
        });

        assertThat(rows.of("select concat(who, ' ', action, ' ', subject, ' ', coalesce(before_it, '-'), ' ',"
                        + " coalesce(after_it, '-')) from audit_entry where subject in ('edgar', 'vera') order by id"))
                .containsExactly(
                        "ada seat.assigned edgar - seat 1",
                        "ada seat.assigned vera - seat 2",
                        "ada seat.taken_away edgar seat 1 -");
        asAdministrator(() -> {
            assertThat(seats.history()).hasSize(2).anySatisfy(past -> {
                assertThat(past.login()).isEqualTo("edgar");
                assertThat(past.endedBy()).contains("ada");
                assertThat(past.seat()).isEmpty();
            });
            assertThat(seats.overview().held())
                    .extracting(held -> held.assignment().login())
                    .containsExactly("vera");
            return null;
        });
    }

    @Test
    void whoever_holds_a_seat_beyond_those_bought_edits_only_when_one_becomes_free() {
        IntStream.rangeClosed(1, settings.seats()).forEach(i -> known("p" + i));
        known("edgar");
        asAdministrator(() -> {
            IntStream.rangeClosed(1, settings.seats()).forEach(i -> seats.assign("p" + i));
            return null;
        });
        rows.change("insert into seat_assignment (id, version, login, seat, holder, assigned_at, assigned_by)"
                + " values (-7, 1, 'edgar', " + (settings.seats() + 1) + ", 'edgar', current_timestamp, 'ada')");
        assertThat(as("edgar", rights::ofCaller).isComplete()).isFalse();

        asAdministrator(() -> {
            assertThat(seats.overview().held())
                    .filteredOn(held -> !held.covered())
                    .hasSize(1);
            seats.takeAway("p2");
            return null;
        });

        assertThat(as("edgar", rights::ofCaller)).isEqualTo(new EditingRight(true, 2, settings.seats()));
    }

    @Test
    void nobody_but_administrators_gives_seats() {
        for (String login : List.of("edgar", "maya", "vera")) {
            assertThatThrownBy(() -> as(login, seats::overview)).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> as(login, () -> {
                        seats.assign("edgar");
                        return null;
                    }))
                    .isInstanceOf(EJBAccessException.class);
        }
        assertThatThrownBy(() -> seats.takeAway("edgar")).isInstanceOf(EJBAccessException.class);
    }

    private static List<String> refusalsOf(List<Future<?>> attempts) throws InterruptedException {
        List<String> refusals = new ArrayList<>();
        for (Future<?> attempt : attempts) {
            try {
                attempt.get();
            } catch (ExecutionException e) {
                refusals.add(causeOf(e).reason().name());
            }
        }
        return refusals;
    }

    private static SeatRefusedException causeOf(Throwable failure) {
        return failure instanceof SeatRefusedException refused ? refused : causeOf(failure.getCause());
    }

    private void known(String login) {
        rows.change("insert into person (login, roles, first_seen_at, last_seen_at) values ('" + login
                + "', 'editor', current_timestamp, current_timestamp)");
    }

    private <T> T asAdministrator(Callable<T> work) {
        return as("ada", work);
    }

    private <T> T as(String login, Callable<T> work) {
        return DemoUser.does(login, request, work);
    }
}
