package org.answerloop.kernel;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeaseTest {

    private static final Instant NOW = Instant.parse("2026-11-04T09:41:12Z");
    private static final Duration TIME = Duration.ofSeconds(30);

    @Test
    void what_is_nobodys_is_free() {
        assertThat(Lease.isFree(null, NOW)).isTrue();
        assertThat(Lease.isHeldBy("one", null)).isFalse();
    }

    @Test
    void it_is_the_owners_alone_up_to_the_end_of_its_time() {
        Lease lease = Lease.of("one", NOW, TIME);

        assertThat(Lease.isFree(lease, NOW.plus(TIME))).isFalse();
        assertThat(Lease.isFree(lease, NOW.plus(TIME).plusMillis(1))).isTrue();
        assertThat(Lease.isHeldBy("one", lease)).isTrue();
        assertThat(Lease.isHeldBy("two", lease)).isFalse();
    }
}
