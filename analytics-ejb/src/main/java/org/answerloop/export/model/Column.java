package org.answerloop.export.model;

import org.answerloop.report.model.Unit;

/**
 * A column of a table.
 *
 * @param heading what stands above it
 * @param kind what its cells are, where they are anything
 */
public record Column(String heading, Kind kind) {

    /** What the cells of a column are. */
    public enum Kind {
        WORDS,
        COUNT,
        SHARE,
        SECONDS,
        /** Its heading names the unit. */
        DIFFERENCE,
        DAY,
        MOMENT,
        /** Figures of several units under each other. */
        FIGURE;

        /** Of the value of a figure. */
        public static Kind of(Unit unit) {
            return switch (unit) {
                case COUNT -> COUNT;
                case RATIO -> SHARE;
                case SECONDS -> SECONDS;
            };
        }

        /** Whether its cells stand under each other by their last digit. */
        public boolean isNumber() {
            return this == COUNT || this == SHARE || this == SECONDS || this == DIFFERENCE || this == FIGURE;
        }
    }
}
