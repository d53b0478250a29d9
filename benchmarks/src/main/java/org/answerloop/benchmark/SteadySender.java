package org.answerloop.benchmark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends single events at a steady rate, whether the answers come or not. Each latency counts from the moment at which the
 * event was to be sent, so that a server that stalls cannot hide it.
 */
final class SteadySender {

    private static final double NANOS_OF_A_MILLI = 1e6;
    private static final long NANOS_OF_A_SECOND = 1_000_000_000L;
    private static final int THREADS = 32;

    private final Sender sender;

    SteadySender(Sender sender) {
        this.sender = sender;
    }

    /** The first seconds of them warm up and do not count. */
    Latencies send(List<String> events, int perSecond, int secondsToWarmUp) throws InterruptedException {
        double[] millis = new double[events.size()];
        AtomicInteger refused = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long begun = System.nanoTime();
        for (int i = 0; i < events.size(); i++) {
            int number = i;
            long due = begun + i * NANOS_OF_A_SECOND / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            threads.execute(() -> {
                if (!isTaken(events.get(number))) {
                    refused.incrementAndGet();
                }
                millis[number] = (System.nanoTime() - due) / NANOS_OF_A_MILLI;
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The single events were not answered in two minutes");
        }
        double[] counted = Arrays.copyOfRange(millis, perSecond * secondsToWarmUp, millis.length);
        return new Latencies(counted, perSecond, refused.get());
    }

    private boolean isTaken(String event) {
        try {
            return sender.sendOne(event);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
