package org.answerloop.report.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DurationsTest {

    private static final double LOG = Math.log(1.03);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_percentile_is_within_two_percent_of_the_exact_one_whatever_the_durations(long seed) {
        Random random = new Random(seed);
        long[] millis = random.longs(1 + random.nextInt(500), 0, 3)
                .map(kind -> kind == 0 ? random.nextInt(2_000) : Math.round(Math.exp(random.nextDouble() * 22)))
                .sorted()
                .toArray();

        for (double share : new double[] {0, 0.1, 0.5, 0.9, 1}) {
            double place = share * (millis.length - 1);
            long below = millis[(int) Math.floor(place)];
            long above = millis[(int) Math.ceil(place)];
            double exact = (below + (above - below) * (place - Math.floor(place))) / 1000;
            assertThat(durations(millis).percentile(share)).isCloseTo(exact, Percentage.withPercentage(2));
        }
    }

    @Test
    void they_add_up() {
        Durations one = durations(100, 200, 0);
        Durations other = durations(300, 200);

        assertThat(one.plus(other)).isEqualTo(durations(0, 100, 200, 200, 300));
        assertThat(one.plus(Durations.NONE)).isEqualTo(one);
    }

    @Test
    void what_is_kept_as_text_is_read_as_it_was() {
        Durations durations = durations(0, 0, 1, 5_000, 5_001, 90_000_000);

        assertThat(Durations.parse(durations.text())).isEqualTo(durations);
        assertThat(Durations.parse(Durations.NONE.text()).isEmpty()).isTrue();
        assertThat(Durations.parse(null).isEmpty()).isTrue();
        assertThat(durations.isEmpty()).isFalse();
    }

    @Test
    void of_nothing_there_is_no_percentile() {
        assertThat(Durations.NONE.percentile(0.5)).isNull();
    }

    private static Durations durations(long... millis) {
        Map<Integer, Long> slots = new HashMap<>();
        Arrays.stream(millis)
                .map(duration -> duration == 0 ? -1 : (long) Math.floor(Math.log(duration) / LOG))
                .forEach(slot -> slots.merge((int) slot, 1L, Long::sum));
        return Durations.of(slots);
    }
}
