package org.answerloop.access.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

import org.answerloop.access.model.GuessingPolicy.Count;
import org.answerloop.access.model.GuessingPolicy.Counted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GuessingPolicyTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest(name = "{0}: after {1} tries at once the next one waits {2} s")
    @CsvSource({
        "ACCOUNT_FROM_ADDRESS, 1, 0",
        "ACCOUNT_FROM_ADDRESS, 4, 0",
        "ACCOUNT_FROM_ADDRESS, 5, 1",
        "ACCOUNT_FROM_ADDRESS, 6, 2",
        "ACCOUNT_FROM_ADDRESS, 8, 8",
        "ACCOUNT_FROM_ADDRESS, 11, 60",
        "ACCOUNT_FROM_ADDRESS, 1000, 60",
        "ADDRESS, 29, 0",
        "ADDRESS, 30, 1",
        "ADDRESS, 1000, 60",
        "ACCOUNT, 19, 0",
        "ACCOUNT, 20, 1",
        "ACCOUNT, 1000, 30",
        "ALL, 299, 0",
        "ALL, 300, 1",
        "ALL, 100000, 1"
    })
    void each_try_beyond_those_that_are_free_doubles_the_wait_up_to_a_bound(Counted by, int tries, int seconds) {
        assertThat(GuessingPolicy.wait(by, afterTries(by, tries), NOON)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @EnumSource
    void nobody_ever_waits_longer_than_a_minute_whatever_was_tried_and_whatever_a_clock_says(Counted by) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Count count = Count.none(NOON);
        for (int i = 0; i < 20_000; i++) {
            Instant at = NOON.plusMillis(random.nextLong(Duration.ofDays(2).toMillis()));
            count = GuessingPolicy.raised(by, count, at);
            Instant asked = NOON.plusMillis(random.nextLong(Duration.ofDays(2).toMillis()));
            assertThat(GuessingPolicy.wait(by, count, asked))
                    .as("seed %d, try %d", seed, i)
                    .isBetween(Duration.ZERO, by.longestWait())
                    .isLessThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT_FROM_ADDRESS, 1500", "ADDRESS, 2950", "ACCOUNT, 2950", "ALL, 87000"})
    void whoever_tries_as_soon_as_they_may_all_day_long_has_few_tries(Counted by, int most) {
        Count count = Count.none(NOON);
        Instant now = NOON;
        int tries = 0;
        while (now.isBefore(NOON.plus(Duration.ofDays(1)))) {
            count = GuessingPolicy.raised(by, count, now);
            tries++;
            now = now.plus(GuessingPolicy.wait(by, count, now)).plusMillis(1);
        }
        assertThat(tries).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @EnumSource
    void a_count_is_forgotten_when_nothing_has_been_tried_for_long_enough(Counted by) {
        Count full = afterTries(by, 100_000);
        Instant later = NOON.plus(by.forgottenAfter());

        assertThat(GuessingPolicy.raised(by, full, later)).isEqualTo(new Count(1, later));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 24 * 60})
    void mistyping_once_in_a_while_is_free(int minutes) {
        Count count = Count.none(NOON);
        Instant now = NOON;
        for (int i = 0; i < 4; i++) {
            count = GuessingPolicy.raised(Counted.ACCOUNT_FROM_ADDRESS, count, now);
            assertThat(GuessingPolicy.wait(Counted.ACCOUNT_FROM_ADDRESS, count, now))
                    .isZero();
            now = now.plus(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void where_a_person_is_known_only_what_is_tried_on_their_name_from_there_counts() {
        assertThat(GuessingPolicy.counted(true)).containsExactly(Counted.ACCOUNT_FROM_ADDRESS);
        assertThat(GuessingPolicy.counted(false)).containsExactly(Counted.values());
    }

    @Test
    void of_several_counts_the_one_that_makes_wait_longest_decides() {
        Map<Counted, Count> counts = Map.of(
                Counted.ACCOUNT_FROM_ADDRESS, afterTries(Counted.ACCOUNT_FROM_ADDRESS, 7),
                Counted.ADDRESS, afterTries(Counted.ADDRESS, 3),
                Counted.ALL, afterTries(Counted.ALL, 400));

        assertThat(GuessingPolicy.wait(counts, NOON)).isEqualTo(Duration.ofSeconds(4));
        assertThat(GuessingPolicy.wait(Map.of(), NOON)).isZero();
    }

    private static Count afterTries(Counted by, int tries) {
        Count count = Count.none(NOON);
        for (int i = 0; i < tries; i++) {
            count = GuessingPolicy.raised(by, count, NOON);
        }
        return count;
    }
}
