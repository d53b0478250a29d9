package org.answerloop.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import jakarta.ws.rs.core.MultivaluedMap;

import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.RowsRequest;
import org.answerloop.report.model.RowsRequest.Order;

/** What a request asks of a report. What it does not know it refuses: a filter that is misspelt would go unheeded. */
final class ReportQuery {

    static final Set<String> FILTERS = Set.of("from", "to", "bucket", "channel", "agent", "language");
    static final Set<String> ROWS = Set.of("at", "key", "search", "order", "cursor", "limit");

    private static final int DAYS = 84;
    private static final int LIMIT = 50;
    private static final String DATE = "a date such as 2026-10-05";

    private final Map<String, String> parameters = new TreeMap<>();

    /** @param known the parameters that the address takes */
    ReportQuery(MultivaluedMap<String, String> given, Set<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Refusal.unknown(name, new TreeSet<>(known));
            }
            if (!values.get(0).isBlank()) {
                parameters.put(name, values.get(0).strip());
            }
        });
    }

    /** @param today the end, included, of the dates that are taken where none are given */
    ReportFilter filter(LocalDate today) {
        LocalDate to = parsed("to", LocalDate::parse, DATE, today.plusDays(1));
        LocalDate from = parsed("from", LocalDate::parse, DATE, to.minusDays(DAYS));
        Bucket bucket = parsed(
                "bucket", text -> Bucket.valueOf(text.toUpperCase(Locale.ROOT)), "day, week or month", Bucket.DAY);
        return new ReportFilter(from, to, bucket, text("channel"), text("agent"), text("language"));
    }

    /** Only the channel, the agent and the language. */
    ReportFilter filterOfAnyTime(LocalDate today) {
        return new ReportFilter(today, today.plusDays(1), Bucket.DAY, text("channel"), text("agent"), text("language"));
    }

    /** A date of the one bucket that is meant; null for all. */
    LocalDate at() {
        return parsed("at", LocalDate::parse, DATE, null);
    }

    Instant moment(String name, Instant byDefault) {
        return parsed(name, Instant::parse, "a moment such as 2026-10-05T00:00:00Z", byDefault);
    }

    /** Null for all. */
    String key() {
        return text("key");
    }

    RowsRequest rows() {
        Order order = parsed("order", ReportQuery::order, "latest or earliest", Order.LATEST_FIRST);
        int limit = parsed("limit", ReportQuery::limit, "a whole number from 1 to " + RowsRequest.LONGEST, LIMIT);
        return new RowsRequest(order, text("search"), text("cursor"), limit);
    }

    private static Order order(String text) {
        return switch (text) {
            case "latest" -> Order.LATEST_FIRST;
            case "earliest" -> Order.EARLIEST_FIRST;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > RowsRequest.LONGEST) {
            throw new IllegalArgumentException(text);
        }
        return limit;
    }

    private String text(String name) {
        return parameters.get(name);
    }

    private <T> T parsed(String name, Function<String, T> parse, String takes, T byDefault) {
        String text = parameters.get(name);
        if (text == null) {
            return byDefault;
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw Refusal.unusable(name, takes);
        }
    }
}
