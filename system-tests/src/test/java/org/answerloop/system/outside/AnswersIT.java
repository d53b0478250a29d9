package org.answerloop.system.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** A seat is given, an answer is written, the customer agent reads it. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnswersIT {

    private static final String ANSWERS = "/knowledge/answers.xhtml";
    private static final String SEATS = "/knowledge/seats.xhtml";

    private final AnswerloopServer server;
    private final Screens screens;
    private final Api api;

    AnswersIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.api = Api.of(server);
    }

    @Test
    @Order(1)
    void an_editor_without_a_seat_is_told_what_is_missing_and_who_can_give_it() {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(ANSWERS);
            assertThat(page.locator("main")).containsText("one of the 5 paid seats");
            assertThat(page.locator("main")).containsText("An Answerloop administrator gives it");
            assertThat(page.locator("a.button-primary")).hasCount(0);
            page.navigate(server.address("/knowledge/answer.xhtml").toString());
            assertThat(page.locator("#publish")).hasCount(0);
            assertThat(edgar.complaints()).isEmpty();
        }
        try (Visitor maya = screens.visitor(server)) {
            assertThat(maya.signedInAs("maya").open(ANSWERS).locator("main"))
                    .containsText("the role of an editor, from the registry");
            assertThat(maya.open(ANSWERS).locator(".menu-list")).not().containsText(new String[] {"Seats"});
        }
    }

    @Test
    @Order(2)
    void an_administrator_gives_a_seat_and_the_agent_reads_what_the_editor_publishes() {
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open(SEATS);
            page.selectOption("#login", "edgar");
            page.click("#give");
            assertThat(page.locator("[role=status]")).hasText("edgar has a seat now.");
            assertThat(page.locator("tbody tr").first()).containsText("may edit");
            assertThat(ada.complaints()).isEmpty();
        }
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(ANSWERS);
            page.click("a.button-primary");
            page.fill("#question", "Can I take my <b>surfboard</b> along?");
            page.fill("#text", "Surfboards up to two metres travel free; =1+1 stays as it is.");
            page.fill("#language", "nonsense language");
            page.click("#publish");
            assertThat(page.locator("[role=alert]")).containsText("Give the language as a tag");
            page.fill("#language", "en");
            page.click("#publish");
            assertThat(page.locator("[role=status]")).containsText("The answer is published");
            assertThat(page.locator("h1")).containsText("<b>surfboard</b>");
            assertThat(edgar.complaints()).isEmpty();
        }
        assertThat(Eventually.within(Visitor.PATIENCE, () -> found("surfboards").contains("travel free; =1+1 stays")))
                .isTrue();

        try (McpAgent agent = McpAgent.of(server)) {
            // By its words at once, by what it means as soon as the model has been asked.
            assertThat(Eventually.within(Visitor.PATIENCE, () -> {
                        String found = agent.call(
                                "search_short_answers", Map.of("question", "May my board for surfing come with me?"));
                        return found.contains("travel free; =1+1 stays") && found.contains("\"similarity\"");
                    }))
                    .isTrue();
        }

        assertThat(api.get("/api/v1/answers?q=surfboards&language=fr").text()).contains("\"answers\":[]");
        assertThat(api.get("/api/v1/answers?q=").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/answers?q=x&limit=0").text()).contains("limit takes a whole number from 1 to 50");
        assertThat(api.get("/api/v1/answers?q=x&language=%21").text()).contains("language takes a BCP 47 tag");
    }

    @Test
    @Order(3)
    void a_draft_is_compared_with_what_it_was_and_the_earlier_wording_is_brought_back() {
        try (Visitor edgar = screens.visitor(server, 390, 844, ColorScheme.DARK)) {
            Page page = edgar.signedInAs("edgar").open(ANSWERS + "?q=surfboard");
            page.click("a.row-link");
            page.fill("#text", "Surfboards up to three metres travel free; =1+1 stays as it is.");
            page.click("#save");
            assertThat(page.locator("[role=status]")).containsText("The draft is saved");
            assertThat(page.locator("main")).containsText("newer draft");
            assertThat(found("surfboards")).contains("two metres");

            page.click(".revisions a");
            assertThat(page.locator(".compared del")).hasText("two");
            assertThat(page.locator(".compared ins")).hasText("three");
            page.click("#restore");
            assertThat(page.locator("[role=status]")).containsText("a new draft now");
            assertThat(page.locator("#text")).hasValue(Pattern.compile(".*two metres.*"));
            assertThat(edgar.hasToScrollSideways()).isFalse();
            edgar.photograph("answer-390-dark");
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    @Order(4)
    void a_reply_that_cites_the_answer_is_its_use_and_tells_whether_it_works() {
        String id;
        try (Visitor edgar = screens.visitor(server)) {
            id = edgar.signedInAs("edgar")
                    .open(ANSWERS + "?q=surfboard")
                    .locator("a.row-link")
                    .getAttribute("href")
                    .replaceAll(".*=", "");
        }
        for (int i = 1; i <= 6; i++) {
            api.tell(aConversation("/tests/cited", "cited-" + i, Instant.now().minus(Duration.ofDays(5)))
                    .startsOn("web", "en")
                    .visitorSays("May my surfboard come along?")
                    .agentReplies("Up to two metres.")
                    .citingAnswer(Long.parseLong(id))
                    .events());
        }
        for (int i = 1; i <= 6; i++) {
            api.settledConversation("/tests/cited", "cited-" + i);
        }
        try (Visitor vera = screens.visitor(server, 390, 844, ColorScheme.LIGHT)) {
            Page page = vera.signedInAs("vera").open(ANSWERS + "?q=surfboard");
            assertThat(page.locator("tbody tr")).containsText("6 uses");
            page.click("a.row-link");
            assertThat(page.locator(".proof")).containsText("by 6 replies in 6 conversations");
            assertThat(page.locator(".proof")).containsText("6 of 6 conversations");
            assertThat(page.locator(".proof")).containsText("No topic was resolved with this answer");
            vera.photograph("answer-proof-390");
            page = vera.open("/knowledge/working.xhtml");
            assertThat(page.locator("tbody tr")).containsText("surfboard");
            assertThat(page.locator("tbody tr")).containsText("resolved as often as others, or more");
            vera.photograph("answers-working-390");
            assertThat(vera.open("/knowledge/working.xhtml?list=nonsense").locator("tbody tr"))
                    .hasCount(1);
            assertThat(vera.open("/knowledge/working.xhtml?list=do_not").locator(".empty"))
                    .containsText("No answer is known not to work");
            assertThat(vera.hasToScrollSideways()).isFalse();
            assertThat(vera.complaints()).isEmpty();
        }
    }

    @Test
    @Order(5)
    void a_file_is_brought_in_and_what_is_wrong_with_it_is_named() throws IOException {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(ANSWERS);
            page.locator(".page-actions a").first().click();
            page.setInputFiles(
                    "#file", new FilePayload("answers.csv", "text/csv", """
                            question,answer,language
                            May I bring my <i>kite</i>?,=1+1 kites,en
                            Any news?,,en
                            """.getBytes(StandardCharsets.UTF_8)));
            page.click("#send");
            assertThat(page.locator("[role=status]")).containsText("One answer is new");
            assertThat(page.locator("[role=status]")).containsText("One line was not taken");
            assertThat(page.locator("tbody tr")).containsText("Any news?");
            assertThat(page.locator("tbody tr")).containsText("Give the short answer, in at most 5,000 characters.");
            edgar.photograph("answer-files");

            Download file = page.waitForDownload(() -> page.click("a[href='answers.csv']"));
            assertThat(Files.readString(file.path()))
                    .contains("May I bring my <i>kite</i>?,\"'=1+1 kites\",en,published");
            assertThat(edgar.complaints()).isEmpty();
        }
        try (Visitor maya = screens.visitor(server)) {
            Page page = maya.signedInAs("maya").open("/knowledge/answer-files.xhtml");
            assertThat(page.locator("#send")).hasCount(0);
            assertThat(page.locator("a[href='answers.csv']")).hasCount(1);
        }
    }

    @Test
    @Order(6)
    void whoever_loses_the_seat_while_typing_changes_nothing_and_keeps_the_text() {
        try (Visitor edgar = screens.visitor(server);
                Visitor ada = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(ANSWERS + "?q=surfboard");
            page.click("a.row-link");
            page.fill("#text", "Typed without a seat.");
            Page seats = ada.signedInAs("ada").open(SEATS);
            seats.locator("tbody tr").first().locator("summary").click();
            seats.locator("tbody tr").first().locator("button").click();
            assertThat(seats.locator("[role=status]")).hasText("edgar has no seat any more.");

            page.click("#publish");

            assertThat(page.locator("[role=alert]")).containsText("paid seat");
            assertThat(page.locator("#text")).hasValue("Typed without a seat.");
            assertThat(found("surfboards")).contains("two metres");
        }
    }

    @Test
    @Order(7)
    void all_of_it_stands_on_the_record_which_administrators_search_and_take_along() throws IOException {
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open("/knowledge/audit.xhtml?area=answer&q=SURFBOARD");
            assertThat(page.locator("tbody tr").first()).containsText("Brought an earlier wording back");
            assertThat(page.locator("tbody tr").first()).containsText("edgar");
            page.locator("tbody tr").first().locator("summary").click();
            assertThat(page.locator("tbody tr").first().locator("pre").last()).containsText("two metres");
            ada.photograph("audit");

            Download file = page.waitForDownload(() -> page.click(".page-actions a"));
            List<NamedCsvRecord> rows;
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                    .ofNamedCsvRecord(Files.readString(file.path()).substring(1))) {
                rows = csv.stream().toList();
            }
            assertThat(rows)
                    .extracting(row -> row.getField("action"))
                    .containsExactly("answer.restored", "answer.edited", "answer.published", "answer.created");
            assertThat(rows.get(3).getField("after")).contains("<b>surfboard</b>", "=1+1 stays");
            assertThat(ada.open("/knowledge/audit.xhtml?from=2999-01-01").locator(".empty"))
                    .hasText("Nothing fits");
            assertThat(ada.open("/knowledge/audit.xhtml?from=nonsense&after=nonsense")
                            .locator("tbody tr")
                            .first())
                    .containsText("Exported this record");
        }
        try (Visitor maya = screens.visitor(server)) {
            maya.signedInAs("maya");
            for (String address : List.of("/knowledge/audit.xhtml", "/knowledge/audit.csv", SEATS)) {
                assertThat(maya.page()
                                .navigate(server.address(address).toString())
                                .status())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    @Order(8)
    void an_administrator_sees_the_settings_and_has_everything_counted_again() {
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open("/knowledge/settings.xhtml");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("ANSWERLOOP_REPORTING_ZONE")))
                    .containsText("Europe/Paris");
            assertThat(page.locator("main")).not().containsText(RunningServer.API_KEY);
            page.click("#figures summary");
            page.click("#rebuild");
            assertThat(page.locator("[role=status]")).hasText("Every day is being counted again.");
            ada.photograph("settings");
            assertThat(ada.open("/knowledge/audit.xhtml?area=rollup")
                            .locator("tbody tr")
                            .first())
                    .containsText("ada");
            assertThat(ada.complaints()).isEmpty();
        }
    }

    private String found(String question) {
        return api.get("/api/v1/answers?language=en&q=" + question).text();
    }
}
