package org.answerloop.web.chart;

import java.util.Collections;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/**
 * Draws how often something came in each of some weeks, as high as a line of text: a bar a week, of which the last is
 * paler, since it is not over. To a screen reader it is nothing; the page says the numbers beside it.
 */
@Named
@ApplicationScoped
public class Sparkline {

    private static final int BAR = 8;
    private static final int STEP = 11;
    private static final int HEIGHT = 22;

    /** As high as whatever is not nothing is drawn at least; nothing is a line of one. */
    private static final double LEAST = 3;

    /** The picture, as markup that is written into the page as it is; the last of the counts is the running week's. */
    public String draw(List<Long> counts) {
        Markup markup = new Markup();
        int width = counts.size() * STEP - (STEP - BAR);
        markup.open(
                "svg",
                "class",
                "spark",
                "width",
                width,
                "height",
                HEIGHT,
                "viewBox",
                "0 0 " + width + " " + HEIGHT,
                "aria-hidden",
                true);
        long most = counts.isEmpty() ? 0 : Collections.max(counts);
        for (int i = 0; i < counts.size(); i++) {
            double height = height(counts.get(i), most);
            markup.lone(
                    "rect",
                    "class",
                    kind(counts.get(i), i == counts.size() - 1),
                    "data-value",
                    counts.get(i),
                    "x",
                    i * STEP,
                    "y",
                    HEIGHT - height,
                    "width",
                    BAR,
                    "height",
                    height);
        }
        return markup.close("svg").toString();
    }

    private static double height(long count, long most) {
        return count == 0 ? 1 : Math.max(LEAST, (double) HEIGHT * count / most);
    }

    private static String kind(long count, boolean running) {
        if (count == 0) {
            return "spark-none";
        }
        return running ? "spark-running" : "spark-bar";
    }
}
