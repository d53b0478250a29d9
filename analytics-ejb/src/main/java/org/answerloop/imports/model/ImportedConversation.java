package org.answerloop.imports.model;

import java.util.List;

import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.Problem;

/**
 * One conversation of a file.
 *
 * @param index its place in the file, from 0
 * @param id its id in the source; null where it could not be read
 * @param events what it says; empty where it could not be read
 * @param problems what could not be taken over, each pointing into the file
 */
public record ImportedConversation(int index, String id, List<EventDocument> events, List<Problem> problems) {

    static ImportedConversation unreadable(int index, Problem problem) {
        return new ImportedConversation(index, null, List.of(), List.of(problem));
    }

    public boolean isReadable() {
        return id != null;
    }
}
