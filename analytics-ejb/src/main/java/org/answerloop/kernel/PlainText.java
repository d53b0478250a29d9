package org.answerloop.kernel;

/** What people write into a field, as it is kept. */
public final class PlainText {

    private PlainText() {}

    /** Line ends as everywhere, and nothing that no text holds: browsers, files and databases differ in both. Never null. */
    public static String of(String written) {
        return written == null
                ? ""
                : written.replaceAll("\\R", "\n")
                        .replaceAll("[\\p{Cc}\\p{Cs}&&[^\n\t]]", "")
                        .strip();
    }

    /** The same in one line. */
    public static String inOneLine(String written) {
        return of(written).replaceAll("\\s+", " ");
    }
}
