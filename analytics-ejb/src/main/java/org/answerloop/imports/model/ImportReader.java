package org.answerloop.imports.model;

import java.io.IOException;
import java.util.Optional;

/** Reads a file item by item and never holds more than one of them. */
public interface ImportReader {

    /** The most bytes of one item: what is larger is named and passed over, so that no file can fill the memory. */
    int ITEM_BYTES = 16 * 1_048_576;

    /**
     * @return nothing at the end of the file
     * @throws UnusableFileException when nothing can be read from here on
     * @throws IOException when the file itself fails
     */
    Optional<ImportItem> next() throws IOException;
}
