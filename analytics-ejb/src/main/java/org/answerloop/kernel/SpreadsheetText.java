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
        boolean calculates = !visible.isEmpty() && BEGINS_A_FORMULA.indexOf(visible.charAt(0)) >= 0;
        return calculates ? "'" + visible : visible;
    }
}
