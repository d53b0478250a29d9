package org.answerloop.imports.application;

import java.util.List;

import org.answerloop.event.model.Problem;

/**
 * What became of a file.
 *
 * @param conversations those that were read
 * @param unreadable those that were not
 * @param accepted events that are new
 * @param duplicates events that were there already, as after importing a file twice
 * @param rejected events that the intake refused
 * @param problems in the order of the file, the first {@value #MOST_PROBLEMS} of them
 */
public record ImportResult(
        int conversations,
        int unreadable,
        long accepted,
        long duplicates,
        long rejected,
        List<ImportProblem> problems) {

    static final int MOST_PROBLEMS = 1_000;

    /**
     * @param conversation its index in the file, from 0
     * @param event the id of the event at fault; null where the conversation itself is
     */
    public record ImportProblem(int conversation, String event, Problem problem) {}
}
