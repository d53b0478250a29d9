package org.answerloop.access.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.GuessingPolicy;
import org.answerloop.access.model.GuessingPolicy.Count;
import org.answerloop.access.model.GuessingPolicy.Counted;
import org.answerloop.access.model.SignInAttempt;
import org.answerloop.kernel.Sql;

/**
 * Slows down whoever guesses passwords, on all servers together. A try is counted before its password is looked at, so a
 * hundred at once are a hundred; one that succeeds is taken back.
 */
@Stateless
@PermitAll
public class SignInAttempts {

    /** From how many places a person is known; the one that was not used for longest is forgotten first. */
    private static final int KNOWN_ADDRESSES = 20;

    private static final Duration KNOWN_FOR = Duration.ofDays(90);

    /** Whoever changes several counts locks them first, in the one order that the database has, so that no two wait for each other. */
    private static final String LOCKED = "order by subject for update";

    /** What is forgotten in one transaction. */
    private static final int AT_ONCE = 1_000;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** @return how long it has to wait first; zero where it has been counted and may go on */
    public Duration admit(SignInAttempt attempt) {
        Instant now = clock.instant();
        Map<Counted, String> subjects = subjects(attempt);
        // Whoever has to wait costs one reading; nothing is written or locked.
        Duration wait = GuessingPolicy.wait(counts(subjects, now, ""), now);
        if (!wait.isZero()) {
            return wait;
        }
        subjects.values().stream().sorted().forEach(subject -> begin(subject, now));
        Map<Counted, Count> locked = counts(subjects, now, LOCKED);
        Duration stillToWait = GuessingPolicy.wait(locked, now);
        if (stillToWait.isZero()) {
            subjects.forEach((by, subject) -> write(subject, GuessingPolicy.raised(by, locked.get(by), now)));
        }
        return stillToWait;
    }

    /** How long the next try would have to wait. */
    public Duration waitAfter(SignInAttempt attempt) {
        Instant now = clock.instant();
        return GuessingPolicy.wait(counts(subjects(attempt), now, ""), now);
    }

    /** It was who they said: the try is taken back, and from now on they are known there. */
    public void succeeded(SignInAttempt attempt) {
        Instant now = clock.instant();
        Map<Counted, String> subjects = subjects(attempt);
        counts(subjects, now, LOCKED);
        subjects.forEach(this::takeBack);
        remember(attempt, now);
    }

    /**
     * Removes some of what has leaked away, and addresses that nobody has come from for long.
     *
     * @return whether there may be more
     */
    public boolean tidy() {
        Duration longest = Duration.ZERO;
        for (Counted by : Counted.values()) {
            longest = by.forgottenAfter().compareTo(longest) > 0 ? by.forgottenAfter() : longest;
        }
        Instant now = clock.instant();
        List<String> forgotten = new Sql()
                .add("select subject from guess_count where counted_at < ?", now.minus(longest))
                .add("order by subject fetch first " + AT_ONCE + " rows only for update")
                .list(dataSource, row -> row.getString("subject"));
        if (!forgotten.isEmpty()) {
            new Sql()
                    .add("delete from guess_count where 1 = 1")
                    .addIn("subject", forgotten)
                    .update(dataSource);
        }
        new Sql()
                .add("delete from known_address where seen_at < ?", now.minus(KNOWN_FOR))
                .update(dataSource);
        return forgotten.size() == AT_ONCE;
    }

    private Map<Counted, String> subjects(SignInAttempt attempt) {
        Map<Counted, String> subjects = new EnumMap<>(Counted.class);
        GuessingPolicy.counted(isKnown(attempt)).forEach(by -> subjects.put(by, attempt.subject(by)));
        return subjects;
    }

    private void takeBack(Counted by, String subject) {
        new Sql()
                .add(
                        by == Counted.ACCOUNT_FROM_ADDRESS
                                ? "delete from guess_count where subject = ?"
                                : "update guess_count set level = greatest(level - 1, 0) where subject = ?",
                        subject)
                .update(dataSource);
    }

    private boolean isKnown(SignInAttempt attempt) {
        return !new Sql()
                .add(
                        "select 1 from known_address where account = ? and address = ?",
                        attempt.account(),
                        attempt.network())
                .list(dataSource, row -> row.getInt(1))
                .isEmpty();
    }

    private Map<Counted, Count> counts(Map<Counted, String> subjects, Instant now, String lock) {
        Map<String, Count> found = new HashMap<>();
        new Sql()
                .add("select subject, level, counted_at from guess_count where 1 = 1")
                .addIn("subject", subjects.values())
                .add(lock)
                .list(
                        dataSource,
                        row -> found.put(
                                row.getString("subject"),
                                new Count(row.getDouble("level"), Sql.moment(row, "counted_at"))));
        Map<Counted, Count> counts = new EnumMap<>(Counted.class);
        subjects.forEach((by, subject) -> counts.put(by, found.getOrDefault(subject, Count.none(now))));
        return counts;
    }

    private void begin(String subject, Instant now) {
        new Sql()
                .add(
                        "insert into guess_count (subject, level, counted_at) values (?, 0, ?) on conflict do nothing",
                        subject,
                        now)
                .update(dataSource);
    }

    private void write(String subject, Count count) {
        new Sql()
                .add(
                        "update guess_count set level = ?, counted_at = ? where subject = ?",
                        count.level(),
                        count.at(),
                        subject)
                .update(dataSource);
    }

    private void remember(SignInAttempt attempt, Instant now) {
        new Sql()
                .add(
                        "insert into known_address (account, address, seen_at) values (?, ?, ?) on conflict do nothing",
                        attempt.account(),
                        attempt.network(),
                        now)
                .update(dataSource);
        new Sql()
                .add(
                        "update known_address set seen_at = ? where account = ? and address = ?",
                        now,
                        attempt.account(),
                        attempt.network())
                .update(dataSource);
        List<String> known = new Sql()
                .add(
                        "select address from known_address where account = ? order by seen_at desc, address",
                        attempt.account())
                .list(dataSource, row -> row.getString("address"));
        known.stream()
                .skip(KNOWN_ADDRESSES)
                .forEach(address -> new Sql()
                        .add("delete from known_address where account = ? and address = ?", attempt.account(), address)
                        .update(dataSource));
    }
}
