package org.answerloop.web.reporting;

import java.util.List;

/**
 * The numbers of a chart as text.
 *
 * @param headings of the columns, the first being that of the rows' names
 * @param rows one for every place of the chart
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
     * @param cells one for every heading but the first
     */
    public record Row(String name, List<Cell> cells) {

        /** Keeps a copy that nobody changes. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A value.
     *
     * @param address the conversations behind it; empty where it leads nowhere
     */
    public record Cell(String text, String address) {

        static Cell of(String text) {
            return new Cell(text, "");
        }
    }
}
