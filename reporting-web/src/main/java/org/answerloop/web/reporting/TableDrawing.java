package org.answerloop.web.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.answerloop.web.chart.Markup;

/**
 * Writes the tables of the cards. A page of reports holds thousands of their cells: as components of the page they would
 * take most of the time that it is made in.
 */
@Named
@ApplicationScoped
public class TableDrawing {

    /**
     * The table, as markup that is written into the page as it is.
     *
     * @param title says to a screen reader what it is
     */
    public String draw(String title, CardTable table) {
        Markup markup = new Markup().open("table", "class", "table table-dense");
        markup.open("caption", "class", "visually-hidden").text(title).close("caption");
        markup.open("thead").open("tr");
        boolean first = true;
        for (String heading : table.headings()) {
            markup.open("th", "scope", "col", "class", first ? null : "n")
                    .text(heading)
                    .close("th");
            first = false;
        }
        markup.close("tr").close("thead").open("tbody");
        table.rows().forEach(row -> draw(row, markup));
        return markup.close("tbody").close("table").toString();
    }

    private static void draw(CardTable.Row row, Markup markup) {
        markup.open("tr").open("th", "scope", "row").text(row.name()).close("th");
        for (CardTable.Cell cell : row.cells()) {
            markup.open("td", "class", "n");
            if (cell.address().isEmpty()) {
                markup.text(cell.text());
            } else {
                markup.open("a", "href", cell.address()).text(cell.text()).close("a");
            }
            markup.close("td");
        }
        markup.close("tr");
    }
}
