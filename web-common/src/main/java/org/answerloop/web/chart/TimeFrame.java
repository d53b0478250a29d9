package org.answerloop.web.chart;

import java.util.List;
import java.util.function.DoubleFunction;

/** What a chart over time stands in: the axis beside it, the grid behind it, the labels under it. */
final class TimeFrame {

    /** Of the whole drawing, with its labels. */
    static final double HEIGHT = Plane.FOOT + 26;

    private static final double LABELS = Plane.FOOT + 18;
    private static final double AXIS_WIDTH = 48;
    private static final double AXIS_WIDTH_OF_DURATIONS = 68;
    private static final double AXIS_GAP = 8;
    private static final double HALF_A_LETTER = 4;

    private static final int LABELS_IN_A_WIDE_CARD = 14;
    private static final int LABELS_IN_A_NARROW_CARD = 5;

    private final List<Position> positions;
    private final Plane plane;
    private final Markup markup;

    TimeFrame(List<Position> positions, Plane plane, Markup markup) {
        this.positions = positions;
        this.plane = plane;
        this.markup = markup;
    }

    void axis(Chart.Axis axis, DoubleFunction<String> tickText) {
        double width = axis == Chart.Axis.SECONDS ? AXIS_WIDTH_OF_DURATIONS : AXIS_WIDTH;
        markup.open("svg", "class", "plot-axis", "width", width, "height", HEIGHT);
        for (double tick : plane.scale().ticks()) {
            markup.open("text", "class", "tick-end", "x", width - AXIS_GAP, "y", plane.upright(tick) + HALF_A_LETTER)
                    .text(tickText.apply(tick))
                    .close("text");
        }
        markup.close("svg");
    }

    void grid() {
        for (double tick : plane.scale().ticks()) {
            double y = plane.upright(tick);
            markup.lone("line", "class", "grid", "x1", "0", "y1", y, "x2", "100%", "y2", y);
        }
    }

    /** As many as fit; a narrow card hides some of them, and shows those that remain in full. */
    void labels() {
        int wide = every(LABELS_IN_A_WIDE_CARD);
        int narrow = every(LABELS_IN_A_NARROW_CARD);
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            String beside = i % wide != 0 ? null : wide == 1 ? position.label() : position.alone();
            String alone = i % narrow == 0 ? position.alone() : null;
            if (beside != null && beside.equals(alone)) {
                label("tick", i, alone);
            } else {
                // Labels that say everything are long: they need a wider card than those that leave out the month.
                label(wide == 1 ? "tick tick-wide" : "tick tick-wider", i, beside);
                label(wide == 1 ? "tick tick-narrow" : "tick tick-narrower", i, alone);
            }
        }
    }

    private void label(String kind, int position, String text) {
        if (text != null) {
            markup.open("text", "class", kind, "x", Markup.percent(plane.across(position)), "y", LABELS)
                    .text(text)
                    .close("text");
        }
    }

    private int every(int most) {
        return Math.max((positions.size() + most - 1) / most, 1);
    }
}
