package org.answerloop.web.reporting;

import org.answerloop.web.chart.Chart;

/**
 * A report as a card shows it.
 *
 * @param id the metric
 * @param failed whether it could not be made: then there is nothing else
 * @param figure the one number
 * @param detail what the number is made of
 * @param address the conversations behind the number
 * @param chart the picture
 * @param table the same numbers as text
 */
public record ReportCard(
        String id, boolean failed, String figure, String detail, String address, Chart chart, CardTable table) {

    /** Stands where a report could not be made. */
    public static ReportCard failed(String id) {
        return new ReportCard(id, true, null, null, null, null, null);
    }
}
