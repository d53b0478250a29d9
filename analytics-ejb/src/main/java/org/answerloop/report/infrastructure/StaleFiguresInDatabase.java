package org.answerloop.report.infrastructure;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.StaleFigures;
import org.answerloop.report.application.RollupStore;
import org.answerloop.report.application.RollupStore.Extent;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.Span;
import org.answerloop.settings.Settings;

/** Makes the days stale on which figures change. */
@ApplicationScoped
public class StaleFiguresInDatabase implements StaleFigures {

    private RollupStore store;
    private ReportCalendar calendar;

    /** For the container. */
    protected StaleFiguresInDatabase() {}

    @Inject
    public StaleFiguresInDatabase(RollupStore store, Settings settings) {
        this.store = store;
        this.calendar = new ReportCalendar(settings.zone(), settings.weekStart());
    }

    @Override
    public void changedAt(Collection<Instant> moments) {
        Set<Extent> days = new LinkedHashSet<>();
        for (Instant moment : moments) {
            Span day = calendar.day(calendar.dateOf(moment));
            days.add(new Extent(day.from(), day.to()));
        }
        store.makeStale(days);
    }

    @Override
    public void feedbackChangedOf(Collection<Long> conversations) {
        Set<Extent> days = new LinkedHashSet<>();
        Map<Long, Instant> since = new HashMap<>();
        conversations.forEach(conversation -> since.put(conversation, Instant.EPOCH));
        // From day to day and not from one to the next: a conversation may have any number of them on a day.
        while (!since.isEmpty()) {
            Map<Long, Instant> found = store.nextFeedback(since);
            since.clear();
            found.forEach((conversation, moment) -> {
                Span day = calendar.day(calendar.dateOf(moment));
                days.add(new Extent(day.from(), day.to()));
                since.put(conversation, day.to());
            });
        }
        store.makeStale(days);
    }
}
