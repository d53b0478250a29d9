package org.answerloop.benchmark;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The reports and the lists behind them as the API gives them, over one range of weeks. */
final class ReportsApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS_OF_A_PAGE = 50;

    private final Visitor visitor;
    private final String range;

    /** @param until excluded */
    ReportsApi(Visitor visitor, LocalDate from, LocalDate until) {
        this.visitor = visitor;
        this.range = "from=" + from + "&to=" + until;
    }

    /** The medians by metric, in milliseconds. */
    Map<String, Double> times(int warmUp, int count) throws IOException, InterruptedException {
        Map<String, Double> millis = new LinkedHashMap<>();
        for (PlainReport report : PlainReport.ALL) {
            millis.put(
                    report.metric(),
                    visitor.time(path(report.metric()), warmUp, count).median());
        }
        return millis;
    }

    /** What the report counts in all: of a rate its numerator, of a mean how many it is over. */
    long counted(String metric) throws IOException, InterruptedException {
        JsonNode total = JSON.readTree(visitor.get(path(metric))).path("total");
        if (total.hasNonNull("numerator")) {
            return total.get("numerator").asLong();
        }
        return (total.hasNonNull("denominator") ? total.get("denominator") : total.get("value")).asLong();
    }

    /** The address of a page of the list, found by going through those before it. */
    String page(int number) throws IOException, InterruptedException {
        String first = "/api/v1/reports/handled/conversations?" + range + "&limit=" + ROWS_OF_A_PAGE;
        String page = first;
        for (int i = 1; i < number; i++) {
            String next = JSON.readTree(visitor.get(page)).path("next").asText("");
            if (next.isEmpty()) {
                throw new IllegalStateException("There are only " + i + " pages");
            }
            page = first + "&cursor=" + Visitor.encoded(next);
        }
        return page;
    }

    private String path(String metric) {
        if (metric.equals(PlainReport.IMPACT)) {
            return "/api/v1/reports/" + metric;
        }
        return "/api/v1/reports/" + metric + "?" + range + "&bucket=week";
    }
}
