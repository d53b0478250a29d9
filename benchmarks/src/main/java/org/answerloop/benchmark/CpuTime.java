package org.answerloop.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** How long each of the three has been computing: unlike the time on the clock, it hardly depends on what else the machine does. */
record CpuTime(Duration server, Duration postgres, Duration senders) {

    private static final double MICROS = 1e3;

    static CpuTime now(Server server, Postgres postgres) throws SQLException {
        return new CpuTime(
                of(server.process()),
                postgres.processes().map(CpuTime::of).reduce(Duration.ZERO, Duration::plus),
                of(ProcessHandle.current()));
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(server.minus(before.server), postgres.minus(before.postgres), senders.minus(before.senders));
    }

    String perEvent(long events) {
        return "%.0f µs, %.0f µs, %.0f µs"
                .formatted(micros(server, events), micros(postgres, events), micros(senders, events));
    }

    private static double micros(Duration time, long events) {
        return time.toNanos() / MICROS / events;
    }

    private static Duration of(ProcessHandle process) {
        Optional<Duration> time = process.info().totalCpuDuration();
        return time.orElse(Duration.ZERO);
    }
}
