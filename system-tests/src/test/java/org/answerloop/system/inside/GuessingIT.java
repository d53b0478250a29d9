package org.answerloop.system.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.UserTransaction;

import org.answerloop.access.application.Refusals;
import org.answerloop.access.application.SignInAttempts;
import org.answerloop.access.application.SignIns;
import org.answerloop.access.model.GuessingPolicy.Counted;
import org.answerloop.access.model.SignInAttempt;
import org.answerloop.client.Client;
import org.answerloop.client.TrustedProxies;
import org.answerloop.system.server.Eventually;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Tries are counted, and sign-ins stand, in the tables. */
@ExtendWith(ArquillianExtension.class)
class GuessingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @EJB
    private SignInAttempts attempts;

    @EJB
    private SignIns signIns;

    @EJB
    private Refusals refusals;

    @EJB
    private AtOnce atOnce;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Resource
    private UserTransaction transaction;

    private Rows rows;

    @BeforeEach
    void nobodyHasTriedAnything() {
        rows = new Rows(database);
        rows.change("delete from guess_count");
        rows.change("delete from known_address");
        rows.change("delete from sign_in");
    }

    @Test
    void of_fifty_tries_at_once_on_one_name_from_one_address_the_first_five_are_looked_at() throws Exception {
        SignInAttempt attempt = SignInAttempt.of("maya", from("203.0.113.7"));
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Duration>> tries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            tries.add(atOnce.call(() -> {
                go.await();
                return attempts.admit(attempt);
            }));
        }
        go.countDown();
        int lookedAt = 0;
        for (Future<Duration> each : tries) {
            lookedAt += each.get().isZero() ? 1 : 0;
        }

        // Where they take longer than a second, one more is; beyond three seconds another one.
        assertThat(lookedAt).isBetween(5, 8);
        assertThat(rows.count("select count(*) from guess_count")).isEqualTo(4);
    }

    @Test
    void where_somebody_has_signed_in_before_strangers_do_not_slow_them_down() {
        SignInAttempt own = SignInAttempt.of("maya", from("203.0.113.7"));
        assertThat(attempts.admit(own)).isZero();
        attempts.succeeded(own);

        for (int i = 0; i < 40; i++) {
            attempts.admit(SignInAttempt.of("maya", from("198.51.100." + i)));
            attempts.admit(SignInAttempt.of("somebody-" + i, from("203.0.113.7")));
        }

        rows.change("update guess_count set level = level + 6");

        assertThat(attempts.admit(SignInAttempt.of("maya", from("192.0.2.1")))).isPositive();
        assertThat(attempts.admit(SignInAttempt.of("ada", from("203.0.113.7")))).isPositive();
        assertThat(attempts.admit(own)).isZero();
    }

    @Test
    void a_try_that_succeeds_is_taken_back() {
        for (int i = 0; i < 40; i++) {
            SignInAttempt attempt = SignInAttempt.of("colleague-" + i, from("203.0.113.7"));
            assertThat(attempts.admit(attempt)).isZero();
            attempts.succeeded(attempt);
        }
    }

    @Test
    void a_person_is_known_from_twenty_addresses_at_most_and_what_is_old_is_removed() {
        for (int i = 0; i < 25; i++) {
            attempts.succeeded(SignInAttempt.of("maya", from("198.51.100." + i)));
        }
        assertThat(rows.count("select count(*) from known_address")).isEqualTo(20);
        attempts.admit(SignInAttempt.of("maya", from("192.0.2.1")));
        rows.change("update guess_count set counted_at = timestamp with time zone '2020-01-01 00:00:00+00:00'");
        rows.change("update known_address set seen_at = timestamp with time zone '2020-01-01 00:00:00+00:00'");

        attempts.tidy();

        assertThat(rows.count("select count(*) from guess_count")).isZero();
        assertThat(rows.count("select count(*) from known_address")).isZero();
    }

    @Test
    void however_much_is_old_is_removed_piece_by_piece() {
        rows.change("insert into guess_count (subject, level, counted_at) values "
                + IntStream.range(0, 1_200)
                        .mapToObj(i -> "('old-" + i + "', 1, timestamp with time zone '2020-01-01 00:00:00+00:00')")
                        .collect(Collectors.joining(", ")));

        assertThat(attempts.tidy()).isTrue();
        assertThat(attempts.tidy()).isFalse();
        assertThat(rows.count("select count(*) from guess_count")).isZero();
    }

    @Test
    void whoever_succeeds_locks_the_counts_in_the_order_of_whoever_tries_so_that_neither_waits_for_ever()
            throws Exception {
        SignInAttempt attempt = oneWhoseOwnCountIsTheLast();
        try (Connection another = database.getConnection()) {
            another.setAutoCommit(false);
            lock(another, counts().get(0));
            Future<Duration> succeeding = atOnce.call(() -> {
                attempts.succeeded(attempt);
                return Duration.ZERO;
            });
            // It is waiting for the first count by now.
            Thread.sleep(500);

            lock(another, attempt.subject(Counted.ACCOUNT_FROM_ADDRESS));

            another.commit();
            another.setAutoCommit(true);
            assertThat(succeeding.get()).isZero();
        }
    }

    private SignInAttempt oneWhoseOwnCountIsTheLast() {
        for (int i = 0; true; i++) {
            rows.change("delete from guess_count");
            SignInAttempt attempt = SignInAttempt.of("maya-" + i, from("203.0.113.7"));
            attempts.admit(attempt);
            if (counts().get(3).equals(attempt.subject(Counted.ACCOUNT_FROM_ADDRESS))) {
                return attempt;
            }
        }
    }

    private List<String> counts() {
        return rows.of("select subject from guess_count order by subject");
    }

    private static void lock(Connection connection, String count) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select subject from guess_count where subject = ? for update")) {
            statement.setString(1, count);
            statement.executeQuery().close();
        }
    }

    @Test
    void a_sign_in_that_failed_is_put_on_the_record_aside_so_that_how_long_it_takes_tells_nothing() throws Exception {
        Client client = from("198.51.100.77");

        transaction.begin();
        refusals.signInFailed("nobody of that name", client);
        transaction.rollback();

        assertThat(Eventually.within(
                        PATIENCE,
                        () -> rows.count("select count(*) from audit_entry where action = 'sign_in.failed'"
                                        + " and after_it = '198.51.100.77'")
                                == 1))
                .isTrue();
    }

    @Test
    void a_sign_in_stands_for_its_person_until_it_is_ended_or_a_day_old() throws Exception {
        String one = signIns.begin("maya", from("203.0.113.7"));
        String other = signIns.begin("maya", from("203.0.113.7"));
        assertThat(signIns.stands(one, "maya")).isTrue();
        assertThat(signIns.stands(one, "ada")).isFalse();
        assertThat(signIns.stands("made up", "maya")).isFalse();

        signIns.end(one, from("203.0.113.7"));
        assertThat(signIns.stands(one, "maya")).isFalse();
        assertThat(signIns.stands(other, "maya")).isTrue();

        assertThatThrownBy(() -> signIns.endAll("maya")).isInstanceOf(EJBAccessException.class);
        int ended = Administrator.does(request, () -> signIns.endAll("maya"));
        assertThat(ended).isEqualTo(1);
        assertThat(signIns.stands(other, "maya")).isFalse();

        String old = signIns.begin("maya", from("203.0.113.7"));
        rows.change("update sign_in set begun_at = timestamp with time zone '2020-01-01 00:00:00+00:00'");
        assertThat(signIns.stands(old, "maya")).isFalse();
        signIns.tidy();
        assertThat(rows.count("select count(*) from sign_in")).isZero();
    }

    @Test
    void somebody_who_signs_in_again_and_again_has_fifty_sign_ins() {
        String first = signIns.begin("maya", from("203.0.113.7"));
        for (int i = 0; i < 50; i++) {
            signIns.begin("maya", from("203.0.113.7"));
        }

        assertThat(rows.count("select count(*) from sign_in")).isEqualTo(50);
        assertThat(signIns.stands(first, "maya")).isFalse();
    }

    private static Client from(String address) {
        return TrustedProxies.NONE.client(address, true, name -> List.of());
    }
}
