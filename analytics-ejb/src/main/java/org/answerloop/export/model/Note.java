package org.answerloop.export.model;

/** Something that is said about a table: {@code Formula: resolved ÷ settled}. */
public record Note(String label, Cell value) {

    public Note(String label, String text) {
        this(label, Cell.of(text));
    }
}
