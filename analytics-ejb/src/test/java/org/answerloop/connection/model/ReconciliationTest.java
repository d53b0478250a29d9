package org.answerloop.connection.model;

import java.time.Duration;
import java.time.Instant;

import org.answerloop.connection.model.Reconciliation.Stage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReconciliationTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final Reconciliation reconciliation = new Reconciliation(1, BEGAN, NOW);

    @Test
    void a_run_compares_conversations_and_then_ratings_up_to_what_has_settled() {
        reconciliation.claim(NOW, LEASE);
        assertThat(reconciliation.until()).isEqualTo(NOW.minus(Reconciliation.SETTLING));
        reconciliation.advance(false, 25, 2, NOW, INTERVAL);
        assertThat(reconciliation.page()).isEqualTo(2);
        reconciliation.claim(NOW.plusSeconds(9), LEASE);
        reconciliation.advance(true, 3, 1, NOW, INTERVAL);
        assertThat(reconciliation.stage()).isEqualTo(Stage.RATINGS);
        assertThat(reconciliation.page()).isEqualTo(1);
        reconciliation.advance(true, 0, 1, NOW, INTERVAL);

        assertThat(reconciliation.finishedAt()).contains(NOW);
        assertThat(reconciliation.compared()).isEqualTo(28);
        assertThat(reconciliation.found()).isEqualTo(4);
        assertThat(reconciliation.dueAt()).isEqualTo(NOW.plus(INTERVAL));
        assertThat(reconciliation.since()).isEqualTo(NOW.minus(Reconciliation.SETTLING));
        assertThat(reconciliation.until()).isNull();
    }

    @Test
    void whoever_comes_after_a_killed_one_goes_on_at_the_same_page() {
        reconciliation.claim(NOW, LEASE);
        reconciliation.advance(false, 25, 0, NOW, INTERVAL);
        reconciliation.claim(NOW, LEASE);
        Instant until = reconciliation.until();

        reconciliation.claim(NOW.plus(LEASE), LEASE);

        assertThat(reconciliation.page()).isEqualTo(2);
        assertThat(reconciliation.until()).isEqualTo(until);
    }

    @Test
    void a_failure_waits_longer_each_time_and_is_forgotten_with_the_next_attempt() {
        reconciliation.claim(NOW, LEASE);
        reconciliation.fail(ReconciliationFault.UNANSWERED, NOW);
        assertThat(reconciliation.fault()).contains(ReconciliationFault.UNANSWERED);
        Instant first = reconciliation.dueAt();
        reconciliation.fail(ReconciliationFault.SEALED, NOW);
        assertThat(reconciliation.dueAt()).isAfter(first);
        assertThat(reconciliation.isUnderWay(NOW)).isFalse();

        reconciliation.hurry(NOW);
        assertThat(reconciliation.isUnderWay(NOW)).isTrue();
        reconciliation.claim(NOW, LEASE);

        assertThat(reconciliation.fault()).isEmpty();
        assertThat(reconciliation.isUnderWay(NOW)).isTrue();
    }

    @Test
    void nobody_is_hurried_who_is_at_it() {
        reconciliation.claim(NOW, LEASE);

        reconciliation.hurry(NOW);

        assertThat(reconciliation.dueAt()).isEqualTo(NOW.plus(LEASE));
    }
}
