package org.answerloop.export.model;

import java.util.ArrayList;
import java.util.List;

import org.answerloop.report.model.Unit;

/**
 * The axis of numbers of a picture: from, to, and the round numbers between.
 *
 * @param from where it begins; 0 where bars stand on it
 * @param to where it ends, above {@code from}
 * @param step between two numbers that are written
 */
record Scale(double from, double to, double step) {

    private static final int STEPS = 4;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final double MINUTE = 60;

    /** Holds every number of the picture. */
    static Scale of(Picture picture) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        boolean stands = picture.series().stream().anyMatch(series -> series.shape() == Picture.Shape.BAR);
        for (int i = 0; i < picture.labels().size(); i++) {
            double stacked = 0;
            for (Picture.Series series : picture.series()) {
                Picture.Mark mark = series.marks().get(i);
                if (mark.value() == null) {
                    continue;
                }
                double value = mark.value();
                stacked += series.shape() == Picture.Shape.BAR ? value : 0;
                least = Math.min(least, mark.lower() == null ? value : Math.min(value, mark.lower()));
                most = Math.max(most, mark.upper() == null ? value : Math.max(value, mark.upper()));
            }
            most = Math.max(most, stacked);
        }
        return around(stands || least > most ? 0 : least, most, picture.unit());
    }

    private static Scale around(double least, double most, Unit unit) {
        double span = most > least ? most - least : Math.max(most, 1);
        double measure = unit == Unit.SECONDS && span > STEPS * MINUTE ? MINUTE : 1;
        double step = round(span / measure / STEPS) * measure;
        step = unit == Unit.COUNT ? Math.max(1, Math.ceil(step)) : step;
        double from = Math.floor(least / step) * step;
        double to = Math.max(Math.ceil(most / step) * step, from + step);
        return new Scale(from, to, step);
    }

    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double digit : ROUND) {
            if (digit * power >= step) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    /** The numbers that are written along the axis, the least first. */
    List<Double> numbers() {
        List<Double> numbers = new ArrayList<>();
        int count = (int) Math.round((to - from) / step);
        for (int i = 0; i <= count; i++) {
            numbers.add(from + i * step);
        }
        return numbers;
    }

    /** How far along the axis a value is, from 0 to 1. */
    double at(double value) {
        return (value - from) / (to - from);
    }
}
