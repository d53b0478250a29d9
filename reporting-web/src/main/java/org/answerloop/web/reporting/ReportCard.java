package org.answerloop.web.reporting;

import java.util.List;

import org.answerloop.web.chart.Chart;

/**
 * A report as a card shows it.
 *
 * @param failed whether it could not be made: then there is nothing else
 * @param figure the one number
 * @param detail what the number is made of
 * @param change how it differs from the earlier time; null where it is not compared
 * @param address the conversations behind the report
 * @param counted how many they are, and of what
 * @param exact whether the figure is their number, or made of just them, and so leads to them
 * @param nothing why there is nothing to draw; empty where there is
 * @param charts the pictures
 * @param table the same numbers as text
 */
public record ReportCard(
        boolean failed,
        String figure,
        String detail,
        Change change,
        String address,
        String counted,
        boolean exact,
        String nothing,
        List<Chart> charts,
        CardTable table) {

    /** Stands where a report could not be made. */
    static final ReportCard FAILED = new ReportCard(true, "", "", null, "", "", false, "", List.of(), null);

    /** Keeps a copy that nobody changes. */
    public ReportCard {
        charts = List.copyOf(charts);
    }
}
