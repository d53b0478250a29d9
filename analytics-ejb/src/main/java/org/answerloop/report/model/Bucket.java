package org.answerloop.report.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The width of one point of a series. A bucket is named by its first local date. */
public enum Bucket {
    DAY {
        @Override
        public LocalDate startOf(LocalDate date, DayOfWeek weekStart) {
            return date;
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusDays(1);
        }
    },
    WEEK {
        @Override
        public LocalDate startOf(LocalDate date, DayOfWeek weekStart) {
            return date.with(TemporalAdjusters.previousOrSame(weekStart));
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusWeeks(1);
        }
    },
    MONTH {
        @Override
        public LocalDate startOf(LocalDate date, DayOfWeek weekStart) {
            return date.withDayOfMonth(1);
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusMonths(1);
        }
    };

    /** The first date of the bucket that holds the date. */
    public abstract LocalDate startOf(LocalDate date, DayOfWeek weekStart);

    /** The first date of the bucket after the one that starts on the date. */
    public abstract LocalDate next(LocalDate start);
}
