package org.answerloop.export.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a person takes along: one report or the whole page.
 *
 * @param title of all of it
 * @param about the dates, the filters, the zone and when it was made
 * @param sheets at least one
 */
public record Handout(String title, List<Note> about, List<Sheet> sheets) {

    /** Keeps copies that nobody changes. */
    public Handout {
        about = List.copyOf(about);
        sheets = List.copyOf(sheets);
    }

    /** What is said about one of the sheets where it stands alone: what it means, and what all of them are about. */
    public List<Note> notesOf(Sheet sheet) {
        return Stream.concat(sheet.notes().stream(), about.stream()).toList();
    }
}
