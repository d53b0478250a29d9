package org.answerloop.answer.model;

import java.util.List;

/**
 * What became of the lines of a file.
 *
 * @param refused those that were not taken, the first ones of them where there are very many
 * @param refusals how many were not taken
 * @param fault why the rest of the file was not read; null where all of it was
 */
public record ImportedAnswers(
        long created, long changed, long unchanged, long refusals, List<RefusedLine> refused, FileFault fault) {

    public ImportedAnswers {
        refused = List.copyOf(refused);
    }

    /**
     * A line that was not taken.
     *
     * @param line from 1, the title line being the first
     * @param question as far as it could be read
     */
    public record RefusedLine(long line, String question, UnusableAnswerException.Reason reason) {}

    /**
     * Why reading ended.
     *
     * @param line where; 0 where it is the whole file
     */
    public record FileFault(Kind kind, long line) {

        /** What is wrong. */
        public enum Kind {
            EMPTY,
            /** Not UTF-8. */
            ENCODING,
            /** A needed column is missing, or one is there that nobody knows. */
            COLUMNS,
            /** A quote is not closed, or text follows one. */
            QUOTES,
            TOO_MANY
        }
    }
}
