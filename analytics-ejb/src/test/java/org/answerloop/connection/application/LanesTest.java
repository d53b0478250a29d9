package org.answerloop.connection.application;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanesTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void stop() {
        released.countDown();
        threads.shutdown();
    }

    @Test
    void one_that_is_held_up_holds_up_no_other() throws Exception {
        Lanes lanes = new Lanes(2);
        threads.submit(() -> lanes.work(1, this::waits));
        begun.await();

        lanes.work(2, done::incrementAndGet);

        assertThat(done).hasValue(1);
    }

    @Test
    void what_is_wanted_while_somebody_is_at_it_is_done_by_them_afterwards() throws Exception {
        Lanes lanes = new Lanes(2);
        Future<?> first = threads.submit(() -> lanes.work(1, this::waits));
        begun.await();

        lanes.work(1, done::incrementAndGet);
        assertThat(done).hasValue(0);
        released.countDown();
        first.get();

        assertThat(done).as("the one who was at it went round twice").hasValue(2);
    }

    @Test
    void who_finds_no_place_goes_away_and_may_come_again() throws Exception {
        Lanes lanes = new Lanes(1);
        Future<?> first = threads.submit(() -> lanes.work(1, this::waits));
        begun.await();

        lanes.work(2, done::incrementAndGet);
        assertThat(done).hasValue(0);
        released.countDown();
        first.get();
        lanes.work(2, done::incrementAndGet);

        assertThat(done).hasValue(2);
    }

    private void waits() {
        begun.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        done.incrementAndGet();
    }
}
