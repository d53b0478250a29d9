package org.answerloop.web.reporting;

import java.util.List;

/**
 * The numbers of a chart as text.
 *
 * @param headings of the columns, the first being that of the rows' names
 * @param rows one for every mark of the chart
 */
public record CardTable(List<String> headings, List<Row> rows) {

    /** Keeps copies that nobody changes. */
    public CardTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param name of the bucket or key
     * @param address the conversations behind it
     * @param value the figure
     * @param parts what it is made of
     */
    public record Row(String name, String address, String value, List<String> parts) {

        /** Keeps a copy that nobody changes. */
        public Row {
            parts = List.copyOf(parts);
        }
    }
}
