package org.answerloop.access.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandingSignInsTest {

    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private int asked;
    private Optional<String> inTheDatabase = Optional.of("maya");

    private final StandingSignIns standing = new StandingSignIns(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void what_was_found_is_believed_for_seconds_and_then_asked_for_again() {
        assertThat(login()).contains("maya");
        assertThat(login()).contains("maya");
        assertThat(asked).isEqualTo(1);

        inTheDatabase = Optional.empty();
        now = now.plus(StandingSignIns.BELIEVED);
        assertThat(login()).isEmpty();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void what_is_forgotten_or_does_not_stand_is_asked_for_at_once() {
        login();
        standing.forget("fingerprint");
        inTheDatabase = Optional.empty();

        assertThat(login()).isEmpty();
        assertThat(login()).isEmpty();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void a_clock_that_is_set_back_keeps_nobody_signed_in() {
        login();
        inTheDatabase = Optional.empty();
        now = now.minus(Duration.ofHours(1));

        assertThat(login()).isEmpty();
    }

    private Optional<String> login() {
        return standing.login("fingerprint", fingerprint -> {
            asked++;
            return inTheDatabase;
        });
    }
}
