package org.answerloop.export.model;

import java.time.Instant;
import java.time.LocalDate;

import org.answerloop.report.model.Unit;

/** One value of a table, as what it is and not as it is written: a number stays a number in a spreadsheet. */
public sealed interface Cell {

    /** A value that does not exist, such as a rate over nothing. */
    Cell NOTHING = new Nothing();

    /** Text. */
    record Words(String text) implements Cell {}

    /** A whole number. */
    record Count(long value) implements Cell {}

    /** A share, from 0 to 1. */
    record Share(double value) implements Cell {}

    /** A duration in seconds. */
    record Seconds(double value) implements Cell {}

    /** How much a figure differs from an earlier one: a count, seconds, or a share of which a hundredth is a point. */
    record Difference(Unit unit, double value) implements Cell {

        /** As a number in the unit that the heading names. */
        public double inItsUnit() {
            return unit == Unit.RATIO ? value * 100 : value;
        }
    }

    /** A local date. */
    record Day(LocalDate date) implements Cell {}

    /** A moment, written in the reporting zone. */
    record Moment(Instant moment) implements Cell {}

    /** {@link #NOTHING}. */
    record Nothing() implements Cell {}

    /** Text; nothing where it is null. */
    static Cell of(String text) {
        return text == null ? NOTHING : new Words(text);
    }

    /** A whole number; nothing where it is null. */
    static Cell of(Long count) {
        return count == null ? NOTHING : new Count(count);
    }

    /** A moment; nothing where it is null. */
    static Cell of(Instant moment) {
        return moment == null ? NOTHING : new Moment(moment);
    }

    /** The value of a figure; nothing where it is null. */
    static Cell of(Unit unit, Double value) {
        if (value == null) {
            return NOTHING;
        }
        return switch (unit) {
            case COUNT -> new Count(Math.round(value));
            case RATIO -> new Share(value);
            case SECONDS -> new Seconds(value);
        };
    }

    /** The difference of two figures; nothing where either is. */
    static Cell difference(Unit unit, Double now, Double before) {
        return now == null || before == null ? NOTHING : new Difference(unit, now - before);
    }
}
