package org.answerloop.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.clock.ClockComparison;
import org.answerloop.clock.ClockState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** A server whose clock is wrong is not ready: a load balancer sends people and events to the others. */
@Readiness
@ApplicationScoped
class ClockHealth implements HealthCheck {

    @Inject
    private ClockComparison clocks;

    @Override
    public HealthCheckResponse call() {
        ClockState state = clocks.state();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("clock")
                .status(state.agrees())
                .withData("aheadOfDatabaseMillis", state.ahead().toMillis());
        if (!state.agrees()) {
            response.withData(
                    "reason",
                    state.sentence() + " Beyond " + ClockComparison.TOLERANCE.toSeconds()
                            + " s its timers rest. Have both synchronized (NTP).");
        }
        return response.build();
    }
}
