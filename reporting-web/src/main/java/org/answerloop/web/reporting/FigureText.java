package org.answerloop.web.reporting;

import org.answerloop.report.model.Unit;
import org.answerloop.web.chart.Chart.Axis;
import org.answerloop.wording.Formats;

/** How the value of a figure is written, by its unit. */
final class FigureText {

    private FigureText() {}

    static String of(Unit unit, Double value, Formats formats) {
        return switch (unit) {
            case COUNT -> formats.count(value);
            case RATIO -> formats.percent(value);
            case SECONDS -> formats.duration(value);
        };
    }

    static Axis axis(Unit unit) {
        return switch (unit) {
            case COUNT -> Axis.COUNT;
            case RATIO -> Axis.PERCENT;
            case SECONDS -> Axis.SECONDS;
        };
    }
}
