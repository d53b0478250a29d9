package org.answerloop.kernel;

import java.text.Normalizer;

/**
 * Unicode's normal forms, in time that grows with the length of the text alone. To put the marks on one letter in order takes
 * time that grows with the square of their number; so of more marks than any writing has, the rest is left out (the
 * stream-safe text format of UAX #15, section 13, puts a joiner there instead).
 */
public final class NormalForm {

    private static final int MOST_MARKS = 30;

    private NormalForm() {}

    public static String of(String text, Normalizer.Form form) {
        return Normalizer.normalize(bounded(text), form);
    }

    private static String bounded(String text) {
        StringBuilder kept = null;
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            int next = i + Character.charCount(sign);
            marks = isMark(sign) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                kept = kept == null ? new StringBuilder(text.length()).append(text, 0, i) : kept;
            } else if (kept != null) {
                kept.appendCodePoint(sign);
            }
            i = next;
        }
        return kept == null ? text : kept.toString();
    }

    private static boolean isMark(int sign) {
        int type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
