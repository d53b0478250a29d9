package org.answerloop.imports.model;

import java.util.List;

import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.Problem;

/**
 * What belongs together in a file: one event, one row, one conversation.
 *
 * @param line where it begins, from 1
 * @param events what it says; empty where it could not be read
 * @param problems what could not be taken over
 * @param readable false where nothing of it could be taken over
 * @param next where the file goes on after it
 */
public record ImportItem(
        long line, List<EventDocument> events, List<Problem> problems, boolean readable, Checkpoint next) {

    static ImportItem unreadable(long line, Problem problem, Checkpoint next) {
        return new ImportItem(line, List.of(), List.of(problem), false, next);
    }

    /** How much memory its events take. */
    public long bytes() {
        return events.stream().mapToLong(event -> event.json().length).sum();
    }
}
