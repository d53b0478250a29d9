package org.answerloop.api;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.answerloop.api.IntakeGate.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntakeGateTest {

    private static final long TEN_MIB = 10L * 1024 * 1024;
    private static final int ROOM_FOR_TEN_MIB = 6;
    private static final int PLACES = 64;
    private static final int PLACES_OF_AGENTS = 32;

    private static final int PROCESSORS = 4;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T09:00:00Z"));
    private final IntakeGate gate = new IntakeGate(clock(), PROCESSORS);

    @Test
    void when_the_memory_is_taken_the_next_one_is_refused_and_told_to_come_again() {
        List<IntakeGate.Admission> admissions = fill();

        assertThatThrownBy(() -> gate.enter(Kind.EVENTS).reserve(TEN_MIB))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getMessage()).contains("a little later"));
        admissions.forEach(IntakeGate.Admission::close);
    }

    @Test
    void what_leaves_makes_room_again() {
        fill().forEach(IntakeGate.Admission::close);

        assertThatCode(() -> fill().forEach(IntakeGate.Admission::close)).doesNotThrowAnyException();
    }

    @Test
    void a_slow_sender_holds_what_it_has_sent_and_nothing_else() {
        List<IntakeGate.Admission> slow = new ArrayList<>();
        for (int i = 0; i < PLACES - 1; i++) {
            IntakeGate.Admission admission = gate.enter(Kind.EVENTS);
            admission.reserve(1000);
            slow.add(admission);
        }

        try (IntakeGate.Admission quick = gate.enter(Kind.EVENTS)) {
            assertThatCode(() -> quick.reserve(TEN_MIB)).doesNotThrowAnyException();
        }
        slow.forEach(IntakeGate.Admission::close);
    }

    @Test
    void when_every_place_is_taken_the_next_one_is_refused_until_somebody_leaves() {
        List<IntakeGate.Admission> admissions = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            admissions.add(gate.enter(Kind.EVENTS));
        }

        assertThatThrownBy(() -> gate.enter(Kind.EVENTS)).isInstanceOf(Refusal.class);

        admissions.get(0).close();
        assertThatCode(() -> gate.enter(Kind.EVENTS)).doesNotThrowAnyException();
    }

    @Test
    void whoever_takes_all_places_of_one_kind_leaves_those_of_the_others() {
        for (int i = 0; i < PLACES; i++) {
            gate.enter(Kind.EVENTS);
        }

        assertThatCode(() -> gate.enterAlone(Kind.WEBHOOKS)).doesNotThrowAnyException();
        assertThatCode(() -> gate.enter(Kind.AGENTS)).doesNotThrowAnyException();
    }

    @Test
    void whoever_has_a_place_stores_though_all_places_are_taken() {
        List<IntakeGate.Admission> agents = new ArrayList<>();
        for (int i = 0; i < PLACES_OF_AGENTS; i++) {
            agents.add(gate.enter(Kind.AGENTS, "agent " + i));
        }
        assertThatThrownBy(() -> gate.enter(Kind.AGENTS, "another")).isInstanceOf(Refusal.class);

        for (int i = 0; i < PLACES_OF_AGENTS; i++) {
            assertThat(gate.storeAlone(() -> "stored")).isEqualTo("stored");
        }
        agents.forEach(IntakeGate.Admission::close);
    }

    @Test
    void one_key_does_not_get_all_places_from_however_many_clients() {
        int got = 0;
        while (entered("client " + got, "key")) {
            got++;
        }

        assertThat(got).isBetween(40, PLACES - 1);
        assertThat(entered("client 0", "another key")).isTrue();
    }

    private boolean entered(Object... holders) {
        try {
            gate.enter(Kind.EVENTS, holders);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    @Test
    void only_three_batches_store_at_once_and_a_single_event_passes_beside_them() throws Exception {
        storeFourBatches(
                3,
                () -> assertThat(gate.enterAlone(Kind.EVENTS).store(() -> "stored"))
                        .isEqualTo("stored"));
    }

    @Test
    void while_single_events_come_in_a_batch_for_every_second_processor_stores() throws Exception {
        gate.enterAlone(Kind.EVENTS).close();
        storeFourBatches(PROCESSORS / 2, () -> {});

        now.updateAndGet(moment -> moment.plusSeconds(2));
        storeFourBatches(3, () -> {});
    }

    /** @param atOnce so many and no more of them store at the same time; in the end all have */
    private void storeFourBatches(int atOnce, Runnable beside) throws Exception {
        CountDownLatch working = new CountDownLatch(atOnce);
        CountDownLatch oneMore = new CountDownLatch(atOnce + 1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        List<Future<?>> stored = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                stored.add(senders.submit(() -> gate.enter(Kind.EVENTS).store(() -> {
                    working.countDown();
                    oneMore.countDown();
                    return await(end);
                })));
            }
            assertThat(working.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(oneMore.await(200, TimeUnit.MILLISECONDS)).isFalse();
            beside.run();

            end.countDown();
            for (Future<?> one : stored) {
                assertThat(one.get(5, TimeUnit.SECONDS)).isEqualTo(true);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private List<IntakeGate.Admission> fill() {
        List<IntakeGate.Admission> admissions = new ArrayList<>();
        for (int i = 0; i < ROOM_FOR_TEN_MIB; i++) {
            IntakeGate.Admission admission = gate.enter(Kind.EVENTS);
            admission.reserve(TEN_MIB);
            admissions.add(admission);
        }
        return admissions;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
