package org.answerloop.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntakeGateTest {

    private static final long TEN_MIB = 10L * 1024 * 1024;
    private static final int ROOM_FOR_TEN_MIB = 6;
    private static final int PLACES = 64;

    private final IntakeGate gate = new IntakeGate();

    @Test
    void when_the_memory_is_taken_the_next_one_is_refused_and_told_to_come_again() {
        List<IntakeGate.Admission> admissions = fill();

        assertThatThrownBy(() -> gate.enter().reserve(TEN_MIB))
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
            IntakeGate.Admission admission = gate.enter();
            admission.reserve(1000);
            slow.add(admission);
        }

        try (IntakeGate.Admission quick = gate.enter()) {
            assertThatCode(() -> quick.reserve(TEN_MIB)).doesNotThrowAnyException();
        }
        slow.forEach(IntakeGate.Admission::close);
    }

    @Test
    void when_every_place_is_taken_the_next_one_is_refused_until_somebody_leaves() {
        List<IntakeGate.Admission> admissions = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            admissions.add(gate.enter());
        }

        assertThatThrownBy(gate::enter).isInstanceOf(Refusal.class);

        admissions.get(0).close();
        assertThatCode(gate::enter).doesNotThrowAnyException();
    }

    @Test
    void only_three_batches_store_at_once_and_a_single_event_passes_beside_them() throws Exception {
        CountDownLatch working = new CountDownLatch(3);
        CountDownLatch fourth = new CountDownLatch(4);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        List<Future<?>> stored = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                stored.add(senders.submit(() -> gate.enter().store(() -> {
                    working.countDown();
                    fourth.countDown();
                    return await(end);
                })));
            }
            assertThat(working.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(fourth.await(200, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(gate.enterAlone().store(() -> "stored")).isEqualTo("stored");

            end.countDown();
            for (Future<?> one : stored) {
                assertThat(one.get(5, TimeUnit.SECONDS)).isEqualTo(true);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private List<IntakeGate.Admission> fill() {
        List<IntakeGate.Admission> admissions = new ArrayList<>();
        for (int i = 0; i < ROOM_FOR_TEN_MIB; i++) {
            IntakeGate.Admission admission = gate.enter();
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
