package org.answerloop.imports.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A CSV file to begin with: every column, and a short conversation that shows what stands where. */
public final class CsvTemplate {

    private static final List<Map<CsvColumn, String>> ROWS = List.of(
            row(Map.of(
                    CsvColumn.TIME, "2026-01-31T09:30:00Z",
                    CsvColumn.CHANNEL, "web",
                    CsvColumn.LANGUAGE, "en",
                    CsvColumn.AUTHOR, "visitor",
                    CsvColumn.MESSAGE_ID, "m-1",
                    CsvColumn.TEXT, "Where is my parcel?")),
            row(Map.of(
                    CsvColumn.TIME, "2026-01-31T09:30:20Z",
                    CsvColumn.AUTHOR, "customer_agent",
                    CsvColumn.AUTHOR_ID, "aria",
                    CsvColumn.AUTHOR_NAME, "Aria",
                    CsvColumn.MESSAGE_ID, "m-2",
                    CsvColumn.TEXT, "It arrives today.",
                    CsvColumn.SOURCE_TITLES, "Delivery times",
                    CsvColumn.SOURCE_URLS, "https://help.example/delivery",
                    CsvColumn.ACTIONS, "track_parcel",
                    CsvColumn.RATING, "helpful")),
            row(Map.of(
                    CsvColumn.TIME, "2026-01-31T09:35:00Z",
                    CsvColumn.TYPE, "conversation.closed",
                    CsvColumn.AUTHOR, "customer_agent",
                    CsvColumn.TICKET_CLOSED, "true")));

    private CsvTemplate() {}

    /** In RFC 4180. */
    public static String text() {
        StringBuilder text = new StringBuilder();
        text.append(Arrays.stream(CsvColumn.values()).map(CsvColumn::label).collect(Collectors.joining(",")));
        text.append("\r\n");
        for (Map<CsvColumn, String> row : ROWS) {
            text.append(Arrays.stream(CsvColumn.values())
                    .map(column -> row.getOrDefault(column, ""))
                    .collect(Collectors.joining(",")));
            text.append("\r\n");
        }
        return text.toString();
    }

    private static Map<CsvColumn, String> row(Map<CsvColumn, String> values) {
        Map<CsvColumn, String> row = new EnumMap<>(values);
        row.put(CsvColumn.CONVERSATION, "c-1");
        return row;
    }
}
