package org.answerloop.web.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.web.filter.FilterQuery;

/**
 * Which topics are listed, as it stands in the address of a page: {@code state}, {@code language}, {@code channel}, {@code
 * agent}, {@code from} and {@code until} (the last day, included) and {@code q}. What cannot be used narrows nothing.
 */
public record GapsFilter(FilterQuery query) {

    private static final List<String> NAMES = List.of("state", "language", "channel", "agent", "from", "until", "q");

    /** With where the page begins. */
    private static final List<String> PLACE =
            Stream.concat(NAMES.stream(), Stream.of("after")).toList();

    /** Of the parameters of a request. */
    static GapsFilter of(Map<String, String> parameters) {
        FilterQuery given = FilterQuery.NONE;
        for (String name : NAMES) {
            given = given.with(name, parameters.get(name));
        }
        return new GapsFilter(given);
    }

    /** Of the query of an address. */
    static GapsFilter read(String query) {
        return new GapsFilter(FilterQuery.read(query, NAMES));
    }

    /** The list that a query names, and the page of it: the address to lead back to. */
    static String addressOf(String query) {
        return FilterQuery.read(query, PLACE).on(GapsBar.PAGE);
    }

    TopicFilter topics(ZoneId zone) {
        return new TopicFilter(selection(), language(), channel(), agent(), begin(zone), end(zone), words());
    }

    QuestionFilter questions(QuestionFilter.Which which, ZoneId zone) {
        return new QuestionFilter(which, channel(), agent(), begin(zone), end(zone));
    }

    /** Those that wait for somebody, where the address names no other. */
    TopicSelection selection() {
        return AddressCode.read(query.given().get("state"), TopicSelection.OPEN);
    }

    String language() {
        return query.given().get("language");
    }

    String channel() {
        return query.given().get("channel");
    }

    String agent() {
        return query.given().get("agent");
    }

    String words() {
        return query.given().get("q");
    }

    Optional<LocalDate> from() {
        return date("from");
    }

    Optional<LocalDate> until() {
        return date("until");
    }

    /** Whether anything besides the state narrows the list. */
    boolean isNarrowed() {
        return !query.with("state", null).given().isEmpty();
    }

    private Instant begin(ZoneId zone) {
        return from().map(day -> day.atStartOfDay(zone).toInstant()).orElse(null);
    }

    private Instant end(ZoneId zone) {
        return until().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .orElse(null);
    }

    private Optional<LocalDate> date(String name) {
        try {
            return Optional.ofNullable(query.given().get(name)).map(LocalDate::parse);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
