package org.answerloop.report.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.EligibilityChanged;
import org.answerloop.report.application.RollupStore.Extent;
import org.answerloop.report.model.Generation;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.Span;
import org.answerloop.settings.Settings;

/** Begins a generation of the rollup: until they are counted, all its days are stale. */
@Stateless
public class BeginGeneration {

    private RollupStore store;
    private ReportCalendar calendar;
    private Clock clock;

    /** For the container. */
    public BeginGeneration() {}

    @Inject
    public BeginGeneration(RollupStore store, Settings settings, Clock clock) {
        this.store = store;
        this.calendar = new ReportCalendar(settings.zone(), settings.weekStart());
        this.clock = clock;
    }

    /** Where the latest generation is counted otherwise than this server counts, or where there is none. */
    public void beginWhereNeeded() {
        boolean ours = store.holdLatest()
                .filter(latest -> latest.isAsCountedIn(calendar.zone()))
                .isPresent();
        if (!ours) {
            begin();
        }
    }

    /** In the transaction in which others count than before: nobody sees a figure that was counted before it. */
    public void beginAfter(@Observes EligibilityChanged changed) {
        begin();
    }

    /** Waits until nobody counts for the generation before: the days that become stale here are to be counted for this one. */
    public Generation begin() {
        Generation generation;
        do {
            long before = store.holdLatest().map(Generation::id).orElse(0L);
            generation = Generation.after(before, calendar.zone(), clock.instant());
        } while (!store.begin(generation));
        // As one stretch: it may be long, and have anything to count on a few days of it alone.
        store.extent().ifPresent(all -> {
            LocalDate last = calendar.dateOf(all.to().minusNanos(1));
            Span days = calendar.days(calendar.dateOf(all.from()), last.plusDays(1));
            store.makeStale(List.of(new Extent(days.from(), days.to())));
        });
        return generation;
    }
}
