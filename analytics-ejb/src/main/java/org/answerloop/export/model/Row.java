package org.answerloop.export.model;

import java.util.List;

/**
 * A row of a table.
 *
 * @param provisional whether conversations still pending may change it
 */
public record Row(List<Cell> cells, boolean provisional) {

    /** Keeps a copy that nobody changes. */
    public Row {
        cells = List.copyOf(cells);
    }
}
