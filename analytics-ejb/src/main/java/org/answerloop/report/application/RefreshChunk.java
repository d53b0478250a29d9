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

    private static final int MOST_DAYS = 16;

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
        List<LocalDate> days = take(upTo);
        if (!days.isEmpty()) {
            store.replace(generation, days, store.count(days, calendar));
        }
        return days.size();
    }

    /** Some of the days that are stale. Where a stretch is, those on which nothing counts are passed over. */
    private List<LocalDate> take(long upTo) {
        SortedSet<LocalDate> days = new TreeSet<>();
        List<Extent> stale = store.stale(upTo, MOST_DAYS);
        while (days.isEmpty() && !stale.isEmpty()) {
            for (Extent span : stale) {
                if (days.size() < MOST_DAYS) {
                    store.takeStale(span, take(span, days), upTo);
                }
            }
            stale = days.isEmpty() ? store.stale(upTo, MOST_DAYS) : List.of();
        }
        return List.copyOf(days);
    }

    /**
     * Adds the first days of the span, of one day always: what counted on it may count on another now.
     *
     * @return up to where it was gone through
     */
    private Instant take(Extent span, SortedSet<LocalDate> days) {
        LocalDate first = calendar.dateOf(span.from());
        LocalDate end = calendar.dateOf(span.to().minusNanos(1)).plusDays(1);
        if (first.plusDays(1).isBefore(end)) {
            Optional<Instant> found = store.firstIn(span);
            if (found.isEmpty()) {
                return span.to();
            }
            first = calendar.dateOf(found.get());
        }
        LocalDate limit = first.plusDays(MOST_DAYS);
        LocalDate next = limit.isBefore(end) ? limit : end;
        days.addAll(first.datesUntil(next).toList());
        return next.equals(end) ? span.to() : calendar.day(next).from();
    }

    /** Forgets earlier generations, once nobody reads them any more. */
    public void forgetEarlier() {
        Instant nobodyReads = clock.instant().minus(READING);
        store.latest().filter(latest -> latest.beganAt().isBefore(nobodyReads)).ifPresent(store::forgetBefore);
    }
}
