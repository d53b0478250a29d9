package org.answerloop.web.chart;

/**
 * Lets marks lead to what is behind them. The script gives a link its address when the pointer comes to it: written out,
 * the addresses would be most of the page. With the keyboard the same addresses are reached in the table.
 */
final class Links {

    private final Chart chart;
    private final Markup markup;

    Links(Chart chart, Markup markup) {
        this.chart = chart;
        this.markup = markup;
    }

    /** @param query null where the content leads nowhere */
    void around(String query, Runnable content) {
        boolean leads = query != null && chart.address() != null;
        if (leads) {
            markup.open("a", "data-query", query, "tabindex", -1);
        }
        content.run();
        if (leads) {
            markup.close("a");
        }
    }
}
