package org.answerloop.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The stretch of the second axis that is drawn.
 *
 * @param from the value at its foot
 * @param to the value at its head
 * @param ticks the values that are written beside it, the least first
 */
record Scale(double from, double to, List<Double> ticks) {

    private static final int MOST_TICKS = 5;
    private static final double[] DECIMAL_STEPS = {1, 2, 5};
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final double[] DURATION_STEPS = {
        1,
        2,
        5,
        10,
        15,
        30,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        4 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        5 * DAY
    };

    /** Rates differ by a few points: their axis shows the tenths, or fifths, of the whole that they move in. */
    private static final double NARROW = 0.35;

    private static final double MARGIN = 0.02;

    Scale {
        ticks = List.copyOf(ticks);
    }

    /** The scale on which all of the values can be drawn. */
    static Scale of(Chart.Axis axis, double[] values) {
        double most = DoubleStream.of(values).max().orElse(0);
        return switch (axis) {
            case COUNT -> fromZero(most, decimalStep(most));
            case SECONDS -> fromZero(most, durationStep(most));
            case PERCENT -> values.length == 0 ? between(0, 1, 0.2) : shares(values, most);
        };
    }

    /** Where a value lies: 0 at the foot, 1 at the head. */
    double share(double value) {
        return (value - from) / (to - from);
    }

    private static Scale shares(double[] values, double most) {
        double least = DoubleStream.of(values).min().orElse(0);
        double step = most - least > NARROW ? 0.2 : 0.1;
        double foot = Math.max(Math.floor((least - MARGIN) / step) * step, 0);
        double head = Math.min(Math.max(Math.ceil((most + MARGIN) / step) * step, foot + 2 * step), 1);
        return between(head - foot < 2 * step ? head - 2 * step : foot, head, step);
    }

    private static Scale fromZero(double most, double step) {
        return between(0, Math.max(Math.ceil(most / step), 1) * step, step);
    }

    private static Scale between(double from, double to, double step) {
        List<Double> ticks = new ArrayList<>();
        for (long i = 0; i <= Math.round((to - from) / step); i++) {
            ticks.add(from + i * step);
        }
        return new Scale(from, to, ticks);
    }

    private static double decimalStep(double most) {
        for (double power = 1; ; power *= 10) {
            for (double step : DECIMAL_STEPS) {
                if (step * power * (MOST_TICKS - 1) >= most) {
                    return step * power;
                }
            }
        }
    }

    private static double durationStep(double most) {
        for (double step : DURATION_STEPS) {
            if (step * (MOST_TICKS - 1) >= most) {
                return step;
            }
        }
        return Math.ceil(most / DAY / (MOST_TICKS - 1)) * DAY;
    }
}
