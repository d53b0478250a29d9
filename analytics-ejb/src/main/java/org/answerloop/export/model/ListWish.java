package org.answerloop.export.model;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;

/**
 * Which conversations are wanted: those behind a figure.
 *
 * @param at any date of the bucket; null for the whole range
 * @param key null for all
 */
public record ListWish(Metric metric, ReportFilter filter, LocalDate at, String key) {

    /** Reads what {@link #text()} wrote. */
    static ListWish parse(String text) {
        PageState state = PageState.parse(text);
        return new ListWish(
                Metric.named(state.given().get("metric")).orElseThrow(),
                new ReportFilter(
                        LocalDate.parse(state.given().get("from")),
                        LocalDate.parse(state.given().get("until")).plusDays(1),
                        Bucket.valueOf(state.given().get("bucket").toUpperCase(Locale.ROOT)),
                        state.given().get("channel"),
                        state.given().get("agent"),
                        state.given().get("language")),
                state.of("at").map(LocalDate::parse).orElse(null),
                state.given().get("key"));
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
                .with("key", key);
    }

    String text() {
        return state().text();
    }
}
