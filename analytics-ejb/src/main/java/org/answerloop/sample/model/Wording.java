package org.answerloop.sample.model;

import java.util.Locale;

/** How the parts of one message stand beside one another, as people write them. */
final class Wording {

    private static final String END_MARKS = ".!?…";

    private Wording() {}

    /** The text behind an opener: small after a comma or a colon, unless its first word is one that stays as it is. */
    static String after(String opener, String text, Locale locale) {
        boolean goesOn = opener.endsWith(", ") || opener.endsWith(": ");
        if (!goesOn || staysAsItIs(text)) {
            return opener + text;
        }
        return opener + text.substring(0, 1).toLowerCase(locale) + text.substring(1);
    }

    /** The text with a full stop where it has no end of its own and something comes after it. */
    static String before(String text, String rest) {
        boolean ended = END_MARKS.indexOf(text.charAt(text.length() - 1)) >= 0;
        return (rest.isEmpty() || ended ? text : text + ".") + rest;
    }

    /** The English I, alone or before an apostrophe, and words in capitals. */
    private static boolean staysAsItIs(String text) {
        return text.matches("I\\b.*") || text.matches("\\p{Lu}{2}.*");
    }
}
