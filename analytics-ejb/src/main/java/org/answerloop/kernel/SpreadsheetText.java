package org.answerloop.kernel;

/**
 * Text for a cell of a CSV file. What a spreadsheet would take for a formula is written with an apostrophe before it,
 * which makes it the text that it is; and no cell has a NUL in it, which some spreadsheets skip before they look.
 */
public final class SpreadsheetText {

    /** Also in the full width that East Asian spreadsheets read alike. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    /** The text as it does nothing but stand there; nothing where there is none. */
    public static String harmless(String text) {
        if (text == null) {
            return "";
        }
        String visible = text.replace("\0", "");
        return calculates(visible) ? "'" + visible : visible;
    }

    /** The same for a file that is read again: {@link #original} gives the text back. */
    public static String reversible(String text) {
        String harmless = harmless(text);
        return calculates(withoutApostrophes(harmless)) && harmless.equals(text) ? "'" + harmless : harmless;
    }

    /** What {@link #reversible} was given; also a cell that somebody wrote themselves, as a spreadsheet would read it. */
    public static String original(String cell) {
        return cell.startsWith("'") && calculates(withoutApostrophes(cell)) ? cell.substring(1) : cell;
    }

    private static String withoutApostrophes(String text) {
        return text.replaceFirst("^'+", "");
    }

    private static boolean calculates(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
