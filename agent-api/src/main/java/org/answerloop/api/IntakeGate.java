package org.answerloop.api;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.client.Places;

/**
 * How much is taken in at once: so many requests, whose bodies share a bounded memory, and of which only a few store at
 * the same time. A slow sender holds its place and what it has sent so far, and nothing else; when there is no room, the
 * sender is told so at once and comes again. The server has more threads than there are places (see its configuration), so
 * that whoever does not send events is served beside them. Events, webhooks and agents have places of their own, and no
 * client, key or connection gets all of one kind.
 *
 * <p>Single events tell what happens now, batches mostly what happened before: while single ones come in, fewer batches
 * store, so that they leave processors to them. Measured on two processors, the slowest hundredth of the single events
 * took 47 to 93 ms beside batches that make room and 197 ms beside three that do not; the batches lose up to a fifth.
 */
@ApplicationScoped
public class IntakeGate {

    private static final int BLOCK_BYTES = 64 * 1024;
    private static final int BLOCKS = 64 * 1024 * 1024 / BLOCK_BYTES;
    private static final int BATCHES_AT_ONCE = 3;
    private static final int SINGLES_AT_ONCE = 8;
    private static final int PATIENCE_IN_SECONDS = 10;
    private static final int MILLIS_OF_CONSIDERATION = 1_000;

    private final Map<Kind, Places> places = new EnumMap<>(Kind.class);
    private final Semaphore blocks = new Semaphore(BLOCKS);
    private final Semaphore batches = new Semaphore(BATCHES_AT_ONCE, true);
    private final Semaphore singles = new Semaphore(SINGLES_AT_ONCE, true);

    /** The narrow place in the lane of the batches. */
    private final Semaphore besideSingles;

    private final Clock clock;
    private volatile long considerateUntil = Long.MIN_VALUE;

    /** For the container. */
    protected IntakeGate() {
        this(null);
    }

    @Inject
    public IntakeGate(Clock clock) {
        this(clock, Runtime.getRuntime().availableProcessors());
    }

    IntakeGate(Clock clock, int processors) {
        this.clock = clock;
        this.besideSingles = new Semaphore(Math.max(1, Math.min(processors / 2, BATCHES_AT_ONCE)), true);
        Stream.of(Kind.values()).forEach(kind -> places.put(kind, new Places(kind.places, kind.share)));
    }

    /** What is taken in, each with places of its own. */
    enum Kind {
        EVENTS(64, 56),
        WEBHOOKS(32, 16),
        AGENTS(32, 16);

        private final int places;
        private final int share;

        Kind(int places, int share) {
            this.places = places;
            this.share = share;
        }
    }

    /**
     * @param holders who sends it; each of them has its share of the places
     * @throws Refusal when there is no place for them
     */
    Admission enter(Kind kind, Object... holders) {
        return new Admission(
                place(kind, holders),
                () -> clock.millis() < considerateUntil ? List.of(batches, besideSingles) : List.of(batches));
    }

    /**
     * For a single event: it has a lane of its own, does not stand in line behind batches, and for a while fewer of them
     * store beside it.
     *
     * @param holders who sends it; each of them has its share of the places
     * @throws Refusal when there is no place for them
     */
    Admission enterAlone(Kind kind, Object... holders) {
        beConsiderate();
        return new Admission(place(kind, holders), () -> List.of(singles));
    }

    /**
     * Stores a single event for whoever has a place already, in the lane of these.
     *
     * @throws Refusal when too many others wait
     */
    <T> T storeAlone(Supplier<T> work) {
        beConsiderate();
        return inTurn(List.of(singles), work);
    }

    private void beConsiderate() {
        considerateUntil = clock.millis() + MILLIS_OF_CONSIDERATION;
    }

    private Places.Place place(Kind kind, Object... holders) {
        return places.get(kind).take(holders).orElseThrow(Refusal::busy);
    }

    private static <T> T inTurn(List<Semaphore> lane, Supplier<T> work) {
        Deque<Semaphore> passed = new ArrayDeque<>();
        try {
            for (Semaphore turn : lane) {
                if (!turn.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                    throw Refusal.busy();
                }
                passed.push(turn);
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        } finally {
            passed.forEach(Semaphore::release);
        }
    }

    /** The room that one request takes up, until it is closed. */
    final class Admission implements AutoCloseable {

        private final Places.Place place;
        private final Supplier<List<Semaphore>> lane;
        private int held;

        private Admission(Places.Place place, Supplier<List<Semaphore>> lane) {
            this.place = place;
            this.lane = lane;
        }

        /**
         * Takes the room for a body of that many bytes.
         *
         * @throws Refusal when there is none
         */
        void reserve(long bytes) {
            int needed = Math.toIntExact((bytes + BLOCK_BYTES - 1) / BLOCK_BYTES) - held;
            if (needed > 0 && !blocks.tryAcquire(needed)) {
                throw Refusal.busy();
            }
            held += Math.max(0, needed);
        }

        /**
         * Does it when it is its turn.
         *
         * @throws Refusal when too many others wait
         */
        <T> T store(Supplier<T> work) {
            return inTurn(lane.get(), work);
        }

        @Override
        public void close() {
            blocks.release(held);
            held = 0;
            place.close();
        }
    }
}
