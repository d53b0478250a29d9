package org.answerloop.imports.model;

import org.answerloop.event.model.Problem;

/**
 * Something in a file that could not be taken over.
 *
 * @param line where it is, or where the conversation or the row begins that it is in; from 1
 * @param event the id of the event at fault; null where there is none
 */
public record LineProblem(long line, String event, Problem problem) {}
