package org.answerloop.web.chart;

/**
 * Where things lie in a chart over time: across in hundredths of its width, so that it is as wide as its card without a
 * script; upright in pixels.
 *
 * @param count of the positions across
 */
record Plane(int count, Scale scale) {

    static final double HEAD = 8;
    static final double HEIGHT = 196;
    static final double FOOT = HEAD + HEIGHT;

    /** The middle of a position. */
    double across(int position) {
        return (position + 0.5) * width();
    }

    /** The width of a position. */
    double width() {
        return 100.0 / count;
    }

    double upright(double value) {
        return HEAD + (1 - scale.share(value)) * HEIGHT;
    }
}
