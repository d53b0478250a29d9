package org.answerloop.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.answerloop.fixture.MovedClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two clocks and a counter that nobody sets: what several servers decide together goes by the database's. */
class ClockComparisonTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final MovedClock own = new MovedClock(NOON);
    private Instant database = NOON;
    private long counter;
    private Duration connectionTakes = Duration.ZERO;
    private Duration answerTakes = Duration.ZERO;
    private boolean reachable = true;
    private final ClockComparison comparison = new ClockComparison(own, () -> counter, this::ask);
    private final Clock shared = comparison.clock();

    private Instant ask() {
        if (!reachable) {
            throw new IllegalStateException("no database");
        }
        pass(connectionTakes);
        pass(answerTakes.dividedBy(2));
        Instant said = database;
        pass(answerTakes.dividedBy(2));
        return said;
    }

    private void pass(Duration time) {
        own.move(time);
        database = database.plus(time);
        counter += time.toNanos();
    }

    @Test
    void the_time_is_the_databases_however_wrong_the_servers_own_is() {
        own.move(Duration.ofMinutes(20));
        comparison.compare();
        pass(Duration.ofSeconds(40));

        assertThat(shared.instant()).isEqualTo(NOON.plusSeconds(40));
        assertThat(shared.withZone(ZoneId.of("Asia/Kathmandu")).instant()).isEqualTo(NOON.plusSeconds(40));
        assertThat(comparison.state().agrees()).isFalse();
        assertThat(comparison.state().ahead()).isEqualTo(Duration.ofMinutes(20));
        assertThat(comparison.state().sentence()).contains("1200.0 s ahead of the database's");
    }

    @Test
    void up_to_five_seconds_in_either_direction_are_agreement() {
        for (long millis : new long[] {5_000, -5_000}) {
            database = own.instant().minusMillis(millis);
            comparison.compare();
            assertThat(comparison.state().agrees()).as("%s ms", millis).isTrue();
        }
        for (long millis : new long[] {5_001, -5_001}) {
            database = own.instant().minusMillis(millis);
            comparison.compare();
            assertThat(comparison.state().agrees()).as("%s ms", millis).isFalse();
        }
        assertThat(comparison.state().sentence()).contains("behind the database's");
    }

    @Test
    void a_wait_for_a_connection_is_not_taken_for_the_time_of_the_answer() {
        comparison.compare();

        connectionTakes = Duration.ofSeconds(8);
        comparison.compare();

        assertThat(shared.instant()).isEqualTo(database);
        assertThat(comparison.state().agrees()).isTrue();
        own.move(Duration.ofHours(1));
        assertThat(shared.instant()).isEqualTo(database);
        assertThat(comparison.state().agrees()).isFalse();
    }

    @Test
    void a_clock_that_is_set_meanwhile_moves_nothing_and_is_noticed_at_once() {
        comparison.compare();
        assertThat(comparison.state().agrees()).isTrue();

        own.move(Duration.ofHours(1));
        assertThat(shared.instant()).isEqualTo(NOON);
        assertThat(comparison.state().agrees()).isFalse();

        own.move(Duration.ofHours(-1));
        assertThat(shared.instant()).isEqualTo(NOON);
        assertThat(comparison.state().agrees()).isTrue();
    }

    @Test
    void half_of_the_time_that_a_slow_answer_takes_is_allowed_for() {
        answerTakes = Duration.ofSeconds(8);
        comparison.compare();

        assertThat(shared.instant()).isEqualTo(database);
        assertThat(comparison.state().agrees()).isTrue();
    }

    @Test
    void before_the_first_answer_nothing_is_decided_and_between_answers_the_last_one_counts() {
        reachable = false;
        comparison.compare();
        assertThat(comparison.state().agrees()).isFalse();

        reachable = true;
        assertThat(comparison.state().agrees()).isTrue();

        reachable = false;
        pass(Duration.ofMinutes(3));
        comparison.compare();
        assertThat(comparison.state().agrees()).isTrue();
        assertThat(shared.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
    }
}
