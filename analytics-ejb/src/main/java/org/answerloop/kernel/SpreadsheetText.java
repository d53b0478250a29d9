package org.answerloop.kernel;

/**
 * Text for a cell of a CSV file. What a spreadsheet would take for a formula is written with an apostrophe before it,
 * which makes it the text that it is; and no cell has a NUL in it, which some spreadsheets skip before they look. A spreadsheet
 * that reads by another separator than the file has makes several cells of one, quoted or not; so the same goes for what
 * stands behind a separator or on a new line in the text.
 */
public final class SpreadsheetText {

    /** Also in the full width that East Asian spreadsheets read alike. */
    private static final String BEGINS_A_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String BLANK_BEFORE_A_FORMULA = "\t\r\n";

    /** After each of these somebody's spreadsheet begins a cell. */
    private static final String BEGINS_A_CELL = ",;\t\r\n";

    private static final char APOSTROPHE = '\'';

    private SpreadsheetText() {}

    /** The text as it does nothing but stand there; nothing where there is none. */
    public static String harmless(String text) {
        return text == null ? "" : written(text, false);
    }

    /** The same for a file that is read again: {@link #original} gives the text back. */
    public static String reversible(String text) {
        return text == null ? "" : written(text, true);
    }

    /** What {@link #reversible} was given; also a cell that somebody wrote themselves, as a spreadsheet would read it. */
    public static String original(String cell) {
        StringBuilder original = new StringBuilder(cell.length());
        int begin = 0;
        while (begin < cell.length()) {
            int sign = signOf(cell, begin);
            int end = endOf(cell, begin);
            if (sign > begin && cell.charAt(sign - 1) == APOSTROPHE) {
                original.append(cell, begin, sign - 1).append(cell, sign, end);
            } else {
                original.append(cell, begin, end);
            }
            begin = end;
        }
        return original.toString();
    }

    private static String written(String text, boolean reversible) {
        String visible = text.replace("\0", "");
        StringBuilder written = new StringBuilder(visible.length() + 1);
        int begin = 0;
        while (begin < visible.length()) {
            int sign = signOf(visible, begin);
            int end = endOf(visible, begin);
            boolean apart = sign > begin && visible.charAt(sign - 1) == APOSTROPHE;
            if (sign >= 0 && (reversible || !apart)) {
                written.append(visible, begin, sign).append(APOSTROPHE).append(visible, sign, end);
            } else {
                written.append(visible, begin, end);
            }
            begin = end;
        }
        return written.toString();
    }

    /** Whether a spreadsheet would take a cell with this text for a formula. */
    static boolean calculates(String text) {
        return !text.isEmpty() && isSign(text.charAt(0), true);
    }

    /** Where the sign of a formula stands, behind nothing but quotes and apostrophes; -1 where there is none. */
    private static int signOf(String text, int begin) {
        int at = begin;
        while (at < text.length() && (text.charAt(at) == APOSTROPHE || begin > 0 && text.charAt(at) == '"')) {
            at++;
        }
        return at < text.length() && isSign(text.charAt(at), begin == 0) ? at : -1;
    }

    private static boolean isSign(char c, boolean first) {
        return BEGINS_A_FORMULA.indexOf(c) >= 0 || first && BLANK_BEFORE_A_FORMULA.indexOf(c) >= 0;
    }

    /** Behind the next separator. */
    private static int endOf(String text, int begin) {
        int at = begin;
        while (at < text.length() && BEGINS_A_CELL.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return Math.min(at + 1, text.length());
    }
}
