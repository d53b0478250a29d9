package org.answerloop.export.model;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Takes the rows of a table one after the other and holds none of them. Closing it completes the file. */
public interface RowSink extends Closeable {

    /** The headings; once, before all rows. */
    void head(List<Column> columns) throws IOException;

    /** A row, with a cell for each column. */
    void add(List<Cell> cells) throws IOException;
}
