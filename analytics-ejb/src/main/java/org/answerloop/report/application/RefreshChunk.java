package org.answerloop.report.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.report.application.RollupStore.Extent;
import org.answerloop.report.model.Generation;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** Short transactions of the refresh. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class RefreshChunk {

    private static final int SPANS = 16;

    /** So long, nobody reads an earlier generation any more. */
    private static final Duration READING = Duration.ofMinutes(10);

    private RollupStore store;
    private ReportCalendar calendar;
    private Clock clock;

    /** For the container. */
    public RefreshChunk() {}

    @Inject
    public RefreshChunk(RollupStore store, Settings settings, Clock clock) {
        this.store = store;
        this.calendar = new ReportCalendar(settings.zone(), settings.weekStart());
        this.clock = clock;
    }

    /** The number up to which stale spans are to be counted now; what comes later is for the next time. */
    public long latestStale() {
        return store.latestStale();
    }

    /**
     * Counts some stale days again. A transaction that is not over yet while they are counted leaves its own word that
     * they are stale, and that is there for the next time.
     *
     * @return how many days; 0 where none are left, or another server is at it, or counts otherwise than this one
     */
    public int refresh(long upTo) {
        Generation generation = store.latest()
                .filter(latest -> latest.isAsCountedIn(calendar.zone()))
                .filter(store::hold)
                .orElse(null);
        // While it is held none begins after it; one that began just before wants all days counted for itself.
        if (generation == null || !store.latest().equals(Optional.of(generation))) {
            return 0;
        }
        List<Extent> stale = store.takeStale(upTo, SPANS);
        SortedSet<LocalDate> touched = new TreeSet<>();
        stale.forEach(extent -> touched.addAll(calendar.daysTouching(extent.from(), extent.to())));
        List<LocalDate> days = List.copyOf(touched);
        if (!days.isEmpty()) {
            store.replace(generation, days, store.count(days, calendar));
        }
        return days.size();
    }

    /** Forgets earlier generations, once nobody reads them any more. */
    public void forgetEarlier() {
        Instant nobodyReads = clock.instant().minus(READING);
        store.latest().filter(latest -> latest.beganAt().isBefore(nobodyReads)).ifPresent(store::forgetBefore);
    }
}
