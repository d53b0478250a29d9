package org.answerloop.export.model;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;

/**
 * Which conversations are wanted: those behind a figure.
 *
 * @param at any date of the bucket; null for the whole range
 * @param key null for all
 * @param search what has to stand in a message; null for anything
 */
public record ListWish(Metric metric, ReportFilter filter, LocalDate at, String key, String search) {

    /** The parameters of a list besides those of the filter. */
    public static final Set<String> PARAMETERS = Set.of("metric", "at", "key", "search");

    /** Reads what {@link #text()} wrote. */
    static ListWish parse(String text) {
        PageState state = PageState.parse(text);
        ReportFilter filter = new ReportFilter(
                LocalDate.parse(state.given().get("from")),
                LocalDate.parse(state.given().get("until")).plusDays(1),
                Bucket.valueOf(state.given().get("bucket").toUpperCase(Locale.ROOT)),
                state.given().get("channel"),
                state.given().get("agent"),
                state.given().get("language"));
        return of(state, filter).orElseThrow();
    }

    /**
     * As the address of the list says it.
     *
     * @return nothing where it names no metric
     * @throws java.time.DateTimeException where the bucket is no date
     */
    public static Optional<ListWish> of(PageState state, ReportFilter filter) {
        return Metric.named(state.of("metric").orElse(Metric.HANDLED.id()))
                .map(metric -> new ListWish(
                        metric,
                        filter,
                        state.of("at").map(LocalDate::parse).orElse(null),
                        state.given().get("key"),
                        state.given().get("search")));
    }

    /** As the address of the list has it, with every date said. */
    public PageState state() {
        return new PageState(Map.of())
                .with("metric", metric.id())
                .with("from", filter.from())
                .with("until", filter.to().minusDays(1))
                .with("bucket", filter.bucket().name().toLowerCase(Locale.ROOT))
                .with("channel", filter.channel())
                .with("agent", filter.agent())
                .with("language", filter.language())
                .with("at", at)
                .with("key", key)
                .with("search", search);
    }

    String text() {
        return state().text();
    }
}
