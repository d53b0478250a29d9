package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.answerloop.report.application.ReportSource.Reading;
import org.answerloop.report.application.RollupStore.Readable;
import org.answerloop.report.infrastructure.DirectTallies.Place;
import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Closings;
import org.answerloop.report.model.Counts;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.Needs;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Tally;

/** Reads the days that are counted, by one filter and as of one moment, and counts the others directly. */
final class RollupReading implements Reading {

    private final Readable readable;
    private final DayRevisions revisions;
    private final DayMemory memory;
    private final BegunDays begun;
    private final ConversationReportSource direct;
    private final ReportCalendar calendar;
    private final ReportFilter filter;

    RollupReading(
            Readable readable,
            DayMemory memory,
            BegunDays begun,
            ConversationReportSource direct,
            ReportCalendar calendar,
            ReportFilter filter) {
        this.readable = readable;
        this.revisions = memory.revisions(readable);
        this.memory = memory;
        this.begun = begun;
        this.direct = direct;
        this.calendar = calendar;
        this.filter = filter;
    }

    @Override
    public List<Tally> tallies(Needs needs, Dimension dimension, List<Span> spans) {
        if (needs.durations() && dimension != null) {
            throw new IllegalArgumentException("Durations are kept of whole cells and not of their keys");
        }
        DayCut cut = new DayCut(calendar, readable.stale(), spans);
        Map<Place, Tally> tallies = new HashMap<>();
        Consumer<Tally> adding = tally -> tallies.merge(new Place(tally.span(), tally.key()), tally, Tally::plus);
        wholeDays(needs, dimension, cut, adding);
        rest(needs, dimension, cut, adding);
        return new ArrayList<>(tallies.values());
    }

    private void wholeDays(Needs needs, Dimension dimension, DayCut cut, Consumer<Tally> adding) {
        Cell cell = Cell.of(filter);
        if (dimension == Dimension.TEAMMATE) {
            each(new ClosingDays(cell), cut, (span, closings) -> add(span, closings, adding));
        } else if (dimension == Dimension.CHANNEL && filter.channel() == null) {
            each(
                    new ChannelDays(cell.agent(), cell.language()),
                    cut,
                    (span, channels) -> channels.forEach(
                            (channel, counts) -> add(new Tally(span, channel, null, counts.of(needs)), adding)));
        } else {
            String key = dimension == Dimension.CHANNEL ? filter.channel() : null;
            each(new CellDays(cell), cut, (span, counts) -> add(new Tally(span, key, null, counts.of(needs)), adding));
        }
        if (needs.durations()) {
            each(
                    new DurationDays(cell),
                    cut,
                    (span, durations) -> add(new Tally(span, null, null, new Counts(Map.of(), durations)), adding));
        }
    }

    private <T> void each(DaySlice<T> slice, DayCut cut, BiConsumer<Integer, T> adding) {
        memory.recall(readable, revisions, slice, cut.whole().keySet())
                .forEach((day, value) -> cut.whole().get(day).forEach(span -> adding.accept(span, value)));
    }

    private static void add(int span, Closings closings, Consumer<Tally> adding) {
        closings.byTeammate()
                .forEach((key, closer) -> add(
                        new Tally(
                                span,
                                key,
                                closer.name(),
                                new Counts(Map.of(Measure.CLOSED_BY_TEAMMATE, closer.count()))),
                        adding));
    }

    /** A key of which nothing was counted does not occur. */
    private static void add(Tally tally, Consumer<Tally> adding) {
        if (!tally.counts().isEmpty()) {
            adding.accept(tally);
        }
    }

    /** Days that are stale, and parts of days. */
    private void rest(Needs needs, Dimension dimension, DayCut cut, Consumer<Tally> adding) {
        begun.tallies(
                        cut.rest(),
                        span -> dimension == null && isBeginning(span, cut) ? begunDay(span, needs) : null,
                        left -> direct.tallies(needs, dimension, left, filter))
                .forEach(part ->
                        adding.accept(new Tally(cut.owner(part.span()), part.key(), part.name(), part.counts())));
    }

    private boolean isBeginning(Span span, DayCut cut) {
        Span day = calendar.day(calendar.dateOf(span.from()));
        return !cut.stale().contains(day.name())
                && span.from().equals(day.from())
                && span.to().isBefore(day.to());
    }

    private BegunDays.Key begunDay(Span span, Needs needs) {
        LocalDate day = calendar.dateOf(span.from());
        return new BegunDays.Key(readable.generation().id(), day, revisions.of(day), Cell.of(filter), needs);
    }

    /** A day is counted or stale, or has nothing. */
    @Override
    public Optional<Span> extent() {
        StaleDays stale = new StaleDays(calendar, readable.stale());
        List<LocalDate> ends = Stream.of(
                        revisions.days().stream().min(Comparator.naturalOrder()),
                        revisions.days().stream().max(Comparator.naturalOrder()),
                        stale.first(),
                        stale.last())
                .flatMap(Optional::stream)
                .toList();
        return ends.isEmpty()
                ? Optional.empty()
                : Optional.of(calendar.days(
                        Collections.min(ends), Collections.max(ends).plusDays(1)));
    }

    @Override
    public Optional<LocalDate> earliestPending() {
        StaleDays stale = new StaleDays(calendar, readable.stale());
        Optional<LocalDate> counted =
                memory
                        .recall(readable, revisions, new PendingDays(Cell.of(filter)), revisions.days())
                        .entrySet()
                        .stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .filter(day -> !stale.contains(day))
                        .min(Comparator.naturalOrder());
        Optional<LocalDate> other = direct.earliestPending(filter, stale.spans());
        return Stream.of(counted, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
