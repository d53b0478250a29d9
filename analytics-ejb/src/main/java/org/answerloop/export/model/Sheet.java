package org.answerloop.export.model;

import java.util.List;
import java.util.Optional;

/**
 * One report to take along: its table, what it means, and its picture.
 *
 * @param title of the report
 * @param notes the figure and its definition: what somebody needs who has nothing but the file
 * @param columns of the table
 * @param rows one for every bucket or key of the chart
 * @param picture the same numbers drawn; nothing where there is nothing to draw
 */
public record Sheet(String title, List<Note> notes, List<Column> columns, List<Row> rows, Optional<Picture> picture) {

    /** Keeps copies that nobody changes. */
    public Sheet {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
