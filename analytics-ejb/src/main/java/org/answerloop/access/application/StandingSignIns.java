package org.answerloop.access.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What this server has found out about sign-ins in the last few seconds, so that not each request asks the database. A
 * sign-out on another server reaches this one when that has passed.
 */
@ApplicationScoped
public class StandingSignIns {

    static final Duration BELIEVED = Duration.ofSeconds(3);

    /** People with several browsers each; beyond that, all are asked for again. */
    private static final int MOST = 10_000;

    private final Map<String, Found> found = new ConcurrentHashMap<>();

    private Clock clock;

    /** For the proxy. */
    protected StandingSignIns() {}

    @Inject
    public StandingSignIns(Clock clock) {
        this.clock = clock;
    }

    private record Found(String login, Instant at) {}

    /** Whose sign-in it is; nothing where it does not stand, which is never remembered. */
    Optional<String> login(String fingerprint, Function<String, Optional<String>> ask) {
        Instant now = clock.instant();
        Found known = found.get(fingerprint);
        if (known != null
                && !now.isBefore(known.at())
                && now.isBefore(known.at().plus(BELIEVED))) {
            return Optional.of(known.login());
        }
        Optional<String> login = ask.apply(fingerprint);
        if (found.size() >= MOST) {
            found.clear();
        }
        login.ifPresentOrElse(name -> found.put(fingerprint, new Found(name, now)), () -> forget(fingerprint));
        return login;
    }

    void forget(String fingerprint) {
        found.remove(fingerprint);
    }
}
