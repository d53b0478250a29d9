package org.answerloop.export.model;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that people take along. */
public enum ExportFormat {
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        public void write(Handout handout, Separator separator, ExportTexts texts, OutputStream out)
                throws IOException {
            CsvHandout.write(handout, separator, texts, out);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public void write(Handout handout, Separator separator, ExportTexts texts, OutputStream out)
                throws IOException {
            XlsxHandout.write(handout, texts, out);
        }
    },
    PDF("pdf", "application/pdf") {
        @Override
        public void write(Handout handout, Separator separator, ExportTexts texts, OutputStream out) {
            PdfHandout.write(handout, texts, out);
        }
    };

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The format of that ending, if it is one of ours. */
    public static Optional<ExportFormat> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }

    /** How the name of a file ends, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Writes the whole file.
     *
     * @param separator of CSV; the other formats do not heed it
     */
    public abstract void write(Handout handout, Separator separator, ExportTexts texts, OutputStream out)
            throws IOException;
}
