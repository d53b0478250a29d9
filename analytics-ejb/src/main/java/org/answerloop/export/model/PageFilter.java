package org.answerloop.export.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Comparison;
import org.answerloop.report.model.Preset;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.ReportingPeriod;
import org.answerloop.report.model.UnusableFilterException;

/**
 * The filter of the reports as it stands in the address of their page: {@code from} and {@code until} (the last day,
 * included) or a {@code period} that moves with time, {@code bucket}, {@code channel}, {@code agent}, {@code language},
 * {@code compare}. What is missing takes its default.
 */
public final class PageFilter {

    /** The parameters that make the filter. */
    public static final Set<String> PARAMETERS =
            Set.of("from", "until", "period", "bucket", "channel", "agent", "language", "compare");

    private final PageState state;
    private final LocalDate today;
    private final DayOfWeek weekStart;

    /** @param today in the reporting zone */
    public PageFilter(PageState state, LocalDate today, DayOfWeek weekStart) {
        this.state = state;
        this.today = today;
        this.weekStart = weekStart;
    }

    /** @throws UnusableFilterException where the dates or the bucket cannot be used */
    public ReportFilter filter() {
        try {
            ReportingPeriod period = period();
            Bucket bucket = state.of("bucket")
                    .map(name -> Bucket.valueOf(name.toUpperCase(Locale.ROOT)))
                    .orElseGet(period::bestBucket);
            return new ReportFilter(
                    period.from(),
                    period.until().plusDays(1),
                    bucket,
                    state.of("channel").orElse(null),
                    state.of("agent").orElse(null),
                    state.of("language").orElse(null));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnusableFilterException(UnusableFilterException.Reason.ABSURD_DATES);
        }
    }

    /** What the page is compared with, where it is. */
    public Optional<Comparison> comparison() {
        return state.of("compare").flatMap(PageFilter::kind).map(kind -> Comparison.of(kind, filter(), weekStart));
    }

    private static Optional<Comparison.Kind> kind(String name) {
        return switch (name) {
            case "previous" -> Optional.of(Comparison.Kind.PREVIOUS_PERIOD);
            case "year" -> Optional.of(Comparison.Kind.YEAR_AGO);
            default -> Optional.empty();
        };
    }

    /** The period that moves with time, where it is one: said so, or by its dates, or by default. */
    public Optional<Preset> preset() {
        return state.of("period").flatMap(Preset::of).or(() -> Preset.of(period(), today, weekStart));
    }

    /** The same state with a period that moves where its dates are one today. */
    public PageState moving() {
        return preset().map(
                        preset -> state.with("from", null).with("until", null).with("period", preset.code()))
                .orElse(state);
    }

    private ReportingPeriod period() {
        Optional<Preset> named = state.of("period").flatMap(Preset::of);
        if (named.isPresent() && state.of("from").isEmpty() && state.of("until").isEmpty()) {
            return named.get().on(today, weekStart);
        }
        LocalDate last = state.of("until").map(LocalDate::parse).orElse(today);
        LocalDate first = state.of("from")
                .map(LocalDate::parse)
                .orElseGet(() -> ReportingPeriod.byDefault(last, weekStart).from());
        return new ReportingPeriod(first, last);
    }
}
