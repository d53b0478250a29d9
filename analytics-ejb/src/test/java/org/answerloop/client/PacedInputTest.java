package org.answerloop.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PacedInputTest {

    private static final InputStream BODY = new ByteArrayInputStream(new byte[1_048_576]);

    private long nanos = Long.MAX_VALUE - 5;

    private final PacedInput body = new PacedInput(BODY, Duration.ofMinutes(2), () -> nanos);

    @Test
    void whoSendsAByteNowAndThenIsBrokenOffAfterTheGrace() throws IOException {
        for (int second = 0; second < 10; second++) {
            assertThat(body.read()).isZero();
            pass(Duration.ofSeconds(1));
        }
        pass(Duration.ofSeconds(1));

        assertThatThrownBy(body::read).isInstanceOf(PacedInput.BrokenOffException.class);
    }

    @Test
    void whoKeepsTheRateGoesOn() throws IOException {
        for (int second = 0; second < 60; second++) {
            assertThat(body.read(new byte[1_024])).isEqualTo(1_024);
            pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void whoWasQuickMayRestAWhile() throws IOException {
        body.read(new byte[100 * 1_024]);
        pass(Duration.ofSeconds(100));

        assertThat(body.read()).isZero();
    }

    @Test
    void theDeadlineHoldsForTheQuickToo() throws IOException {
        body.read(new byte[1_000_000]);
        pass(Duration.ofMinutes(2).plusMillis(1));

        assertThatThrownBy(body::read).isInstanceOf(PacedInput.BrokenOffException.class);
    }

    @Test
    void aSenderWhoHangsUpHasBrokenOffToo() {
        InputStream hungUp = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        };

        assertThatThrownBy(() -> new PacedInput(hungUp).readAllBytes())
                .isInstanceOf(PacedInput.BrokenOffException.class)
                .hasRootCauseMessage("Connection reset");
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
