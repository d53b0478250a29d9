package org.answerloop.system.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Text that wants to be a script or a formula is asked, answered, read back and taken along, and stays text all the way. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class HostileTextIT {

    private static final String SCRIPT = " <img src=x onerror=\"document.title='hacked'\"><script>alert(1)</script>";
    private static final String QUESTION = "=HYPERLINK(\"https://evil.example\") Do gargoyles bite?" + SCRIPT;
    private static final String ANSWER = "@SUM(1+1)*cmd|' /C calc'!A0 They never do." + SCRIPT + " ${7*7} #{7*7}";

    private final AnswerloopServer server;
    private final Screens screens;
    private final SeatOffice seats;

    HostileTextIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.seats = new SeatOffice(screens, server);
    }

    @BeforeEach
    void edgarHasASeat() {
        screens.visitor(server).signedInAs("edgar").open("/knowledge/gaps.xhtml");
        seats.give("edgar");
    }

    @AfterEach
    void edgarHasNone() {
        seats.takeFrom("edgar");
    }

    @Test
    void it_stays_text_from_the_report_of_an_agent_to_the_file_of_an_administrator() throws IOException {
        try (McpAgent agent = McpAgent.of(server);
                Visitor edgar = screens.visitor(server)) {
            agent.call(
                    "report_unanswered_question",
                    Map.of("question", QUESTION, "conversation", "gargoyles", "source", "/tests/hostile"));
            Page page = answered(edgar.signedInAs("edgar"));

            page.locator("a[href^='answer.xhtml']").first().click();
            assertThat(page.locator("h1")).containsText(QUESTION);
            assertThat(page.locator("#text")).hasValue(ANSWER);
            assertThat(edgar.open("/knowledge/answers.xhtml?q=gargoyles").locator("a.row-link"))
                    .hasText(QUESTION);
            assertThat(page.locator("main img, main script")).hasCount(0);
            assertThat(page.title()).doesNotContain("hacked");

            String written = new JsonMapper().writeValueAsString(ANSWER);
            assertThat(Eventually.within(Visitor.PATIENCE, () -> found().contains(written)))
                    .isTrue();
            assertThat(agent.call("search_short_answers", Map.of("question", "Do gargoyles bite?", "language", "en")))
                    .contains(written);

            NamedCsvRecord line =
                    taken(edgar.open("/knowledge/answer-files.xhtml"), "a[href='answers.csv']", "question");
            assertThat(line.getField("question")).isEqualTo("'" + QUESTION);
            assertThat(line.getField("answer")).isEqualTo("'" + ANSWER);
            assertThat(edgar.complaints()).isEmpty();
        }
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open("/knowledge/audit.xhtml?area=answer&q=gargoyles");
            assertThat(page.locator("main img, main script")).hasCount(0);
            assertThat(taken(page, ".page-actions a", "after").getField("after"))
                    .contains(QUESTION, ANSWER);
            assertThat(ada.complaints()).isEmpty();
        }
    }

    /** The page of the topic, once the editor has resolved it. */
    private static Page answered(Visitor edgar) {
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> edgar.open("/knowledge/gaps.xhtml?q=gargoyles")
                                        .locator("a.row-link")
                                        .count()
                                == 1))
                .isTrue();
        Page page = edgar.page();
        page.locator("a.row-link").click();
        assertThat(page.locator("tbody .asked")).hasText(QUESTION);
        assertThat(page.locator("#question")).hasValue(QUESTION);
        page.fill("#text", ANSWER);
        page.click("#resolve");
        assertThat(page.locator("[role=status]")).containsText("The topic is resolved");
        return page;
    }

    private String found() {
        return Api.of(server)
                .get("/api/v1/answers?language=en&q=gargoyles%20bite")
                .text();
    }

    /** The line of the file that speaks of gargoyles in that column. */
    private static NamedCsvRecord taken(Page page, String link, String column) throws IOException {
        Path file = page.waitForDownload(() -> page.click(link)).path();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(Files.readString(file).substring(1))) {
            List<NamedCsvRecord> lines = csv.stream()
                    .filter(line -> line.getField(column).contains("gargoyles"))
                    .toList();
            assertThat(lines).isNotEmpty();
            assertThat(lines)
                    .allSatisfy(
                            line -> assertThat(line.getFields()).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r-].*")));
            return lines.get(0);
        }
    }
}
