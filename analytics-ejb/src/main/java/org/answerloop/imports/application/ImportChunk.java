package org.answerloop.imports.application;

import java.util.List;

import org.answerloop.imports.model.Checkpoint;
import org.answerloop.imports.model.ImportCounts;
import org.answerloop.imports.model.LineProblem;

/**
 * A part of a file that has been taken in.
 *
 * @param reached where it ends
 * @param counts what became of it
 * @param problems what could not be taken over, in the order of the file
 */
record ImportChunk(Checkpoint reached, ImportCounts counts, List<LineProblem> problems) {}
