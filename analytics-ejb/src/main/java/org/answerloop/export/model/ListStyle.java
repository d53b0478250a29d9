package org.answerloop.export.model;

import org.answerloop.wording.Language;

/**
 * How a list is written.
 *
 * @param format one that holds any number of rows: CSV or XLSX
 * @param separator of CSV
 */
public record ListStyle(ExportFormat format, Separator separator, Language language) {

    /** @throws ExportStateException where the format is none for a list */
    public ListStyle {
        if (format == ExportFormat.PDF) {
            throw new ExportStateException("A list of conversations can be had as CSV or XLSX.");
        }
    }
}
