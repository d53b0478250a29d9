package org.answerloop.system.inside.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Takes the place of the product's clock in these tests, and goes where a test wants it: forward only, also when the application
 * is deployed anew in the same server.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class AdjustableClock extends Clock {

    private static final String AHEAD = "tests.clock.ahead";

    private final AtomicReference<Duration> ahead =
            new AtomicReference<>(Duration.parse(System.getProperty(AHEAD, Duration.ZERO.toString())));

    public void advance(Duration duration) {
        System.setProperty(AHEAD, ahead.updateAndGet(duration::plus).toString());
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
