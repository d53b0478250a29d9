package org.answerloop.report.application;

import java.time.Clock;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.report.application.RollupStore.Extent;
import org.answerloop.report.model.Generation;
import org.answerloop.report.model.ReportCalendar;
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
        boolean ours = store.latest()
                .filter(latest -> latest.isAsCountedIn(calendar.zone()))
                .isPresent();
        if (!ours) {
            begin();
        }
    }

    /** @return the generation, which another server may have begun at this very moment */
    public Generation begin() {
        long before = store.latest().map(Generation::id).orElse(0L);
        Generation generation = Generation.after(before, calendar.zone(), clock.instant());
        if (!store.begin(generation)) {
            return generation;
        }
        List<Extent> days = store.extent().stream()
                .flatMap(all -> calendar.daysTouching(all.from(), all.to()).stream())
                .map(calendar::day)
                .map(day -> new Extent(day.from(), day.to()))
                .toList();
        store.makeStale(days);
        return generation;
    }
}
