package org.answerloop.access.model;

import java.util.Map;

import org.answerloop.access.model.RefusalTally.Refusal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTallyTest {

    private final RefusalTally tally = new RefusalTally();

    @Test
    void the_first_of_a_kind_is_told_at_once_and_the_others_are_summed() {
        assertThat(tally.isFirst(refused("maya", "203.0.113.7"))).isTrue();
        assertThat(tally.isFirst(refused("maya", "203.0.113.7"))).isFalse();
        assertThat(tally.isFirst(refused("maya", "203.0.113.7"))).isFalse();
        assertThat(tally.isFirst(refused("maya", "203.0.113.8"))).isTrue();

        assertThat(tally.take()).isEqualTo(Map.of(refused("maya", "203.0.113.7"), 2));
    }

    @Test
    void after_a_minute_the_next_one_is_told_at_once_again() {
        tally.isFirst(refused("maya", "203.0.113.7"));
        tally.take();

        assertThat(tally.isFirst(refused("maya", "203.0.113.7"))).isTrue();
        assertThat(tally.take()).isEmpty();
    }

    @Test
    void a_thousand_names_from_a_thousand_addresses_are_a_bounded_number_of_entries_and_all_are_counted() {
        int told = 0;
        for (int i = 0; i < 1000; i++) {
            told += tally.isFirst(refused("name " + i, "address " + i)) ? 1 : 0;
        }
        Map<Refusal, Integer> summed = tally.take();

        assertThat(told).isEqualTo(RefusalTally.KINDS);
        assertThat(summed).hasSize(1).containsValue(1000 - RefusalTally.KINDS);
    }

    private static Refusal refused(String subject, String address) {
        return new Refusal("sign_in.failed", "nobody", subject, address);
    }
}
