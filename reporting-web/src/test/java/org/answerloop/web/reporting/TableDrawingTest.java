package org.answerloop.web.reporting;

import java.util.List;

import org.answerloop.web.reporting.CardTable.Cell;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableDrawingTest {

    @Test
    void a_name_is_written_as_text_and_a_number_with_conversations_as_a_link() {
        CardTable table = new CardTable(
                List.of("Who", "Resolved", "Share"),
                List.of(new CardTable.Row(
                        "<b>Marc</b>", List.of(new Cell("12", "conversations.xhtml?a=1&key=\"x"), Cell.of("5%")))));

        assertThat(new TableDrawing().draw("Team & agent", table))
                .contains("<caption class=\"visually-hidden\">Team &amp; agent</caption>")
                .contains("<th scope=\"col\">Who</th><th scope=\"col\" class=\"n\">Resolved</th>")
                .contains("<th scope=\"row\">&lt;b&gt;Marc&lt;/b&gt;</th>")
                .contains("<a href=\"conversations.xhtml?a=1&amp;key=&quot;x\">12</a>")
                .contains("<td class=\"n\">5%</td>");
    }
}
