package org.answerloop.export.model;

import org.answerloop.wording.Language;

/** What stands between the values of a CSV file. */
public enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    public char character() {
        return character;
    }

    /** What the spreadsheets of people of that language expect: where the comma is in the numbers, not the comma. */
    public static Separator usual(Language language) {
        return language == Language.FRENCH ? SEMICOLON : COMMA;
    }
}
