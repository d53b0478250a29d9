package org.answerloop.system.outside;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.outside.GapDesk.asked;
import static org.answerloop.system.outside.GapDesk.open;
import static org.answerloop.system.outside.GapDesk.row;
import static org.assertj.core.api.Assertions.assertThat;

/** From a question that was not answered to the answer that the customer agent reads, by way of the pages. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class KnowledgeGapsIT {

    private static final String CHANNEL = "gapdesk";
    private static final String NAME = "How do I change the name on my ticket?";

    private final AnswerloopServer server;
    private final GapDesk desk;

    KnowledgeGapsIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.desk = new GapDesk(server, screens, CHANNEL);
    }

    @BeforeAll
    static void whatWasNotAnswered(AnswerloopServer server) {
        GapDesk.hears(
                server,
                CHANNEL,
                1,
                asked(CHANNEL, "name-1", NAME)
                        .isHandedOff("agent", "Front desk")
                        .teammateSays("Solène", "We can correct up to three letters for you.")
                        .isClosedBy("teammate", "Solène"),
                asked(CHANNEL, "name-2", NAME.toLowerCase(Locale.ROOT)),
                asked(CHANNEL, "name-3", NAME));
        Api.of(server).settledConversation(GapDesk.source(CHANNEL), "name-1");
    }

    @Test
    void an_editor_answers_a_topic_and_the_customer_agent_reads_the_answer() {
        try (Visitor edgar = desk.edgar()) {
            Page page = edgar.page();
            assertThat(page.locator(".who-name")).containsText("seat 1 of 5");
            assertThat(row(page, NAME).locator(".n").first()).containsText("3");
            assertThat(row(page, NAME).locator(".trend")).containsText("so far");
            edgar.photograph("topics");
            open(page, NAME);

            assertThat(page.locator("tbody a[target=_blank]").first())
                    .hasAttribute("href", Pattern.compile("https://helpdesk.example/tickets/T-name-[123]"));
            assertThat(page.locator("#question"))
                    .hasValue(Pattern.compile("how do I change the name on my ticket\\?", Pattern.CASE_INSENSITIVE));
            page.locator("[data-insert]").click();
            assertThat(page.locator("#text")).hasValue("We can correct up to three letters for you.");
            edgar.photograph("topic");
            page.fill("#question", "");
            page.click("#resolve");
            assertThat(page.locator("[role=alert]")).containsText("Give the question");
            page.fill("#question", NAME + " <b>Now</b>");
            page.fill(
                    "#text", "Up to three letters are corrected free of charge; =1+1 <script>alert(1)</script> stays.");
            page.click("#resolve");

            assertThat(page.locator("[role=status]")).containsText("The topic is resolved");
            assertThat(page.locator("h1")).containsText("resolved");
            assertThat(page.locator("main")).containsText("By edgar");
            edgar.photograph("topic-resolved");
            assertThat(edgar.open(desk.list()).getByText(NAME)).hasCount(0);
            assertThat(row(edgar.open(desk.list() + "&state=resolved"), NAME)).containsText("resolved");
            assertThat(edgar.complaints()).isEmpty();
        }
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> Api.of(server)
                                .get("/api/v1/answers?language=en&q=change%20name%20ticket")
                                .text()
                                .contains("three letters are corrected free of charge")))
                .isTrue();
        try (McpAgent agent = McpAgent.of(server)) {
            assertThat(agent.call("search_short_answers", Map.of("question", NAME, "language", "en")))
                    .contains("three letters are corrected free of charge");
        }
    }

    @Test
    void what_an_agent_of_any_make_reports_is_a_gap_that_an_editor_answers_for_it() {
        String question = "Do you hire out sledges at the harbour?";
        try (McpAgent agent = McpAgent.of(server);
                Visitor edgar = desk.edgar()) {
            assertThat(agent.call(
                            "report_unanswered_question",
                            Map.of(
                                    "question",
                                    question,
                                    "conversation",
                                    "sledge-1",
                                    "source",
                                    GapDesk.source(CHANNEL))))
                    .isEqualTo("{\"status\":\"reported\"}");
            String list = "/knowledge/gaps.xhtml?q=sledges";
            assertThat(Eventually.within(
                            Visitor.PATIENCE,
                            () -> edgar.open(list).locator("a.row-link").count() == 1))
                    .isTrue();
            Page page = edgar.page();
            open(page, question);
            assertThat(page.locator("tbody .asked")).hasText(question);
            page.fill("#text", "At the boathouse, from November on.");
            page.click("#resolve");
            assertThat(page.locator("[role=status]")).containsText("The topic is resolved");

            Map<String, Object> asked = Map.of("question", question, "language", "en");
            assertThat(Eventually.within(
                            Visitor.PATIENCE,
                            () -> agent.call("search_short_answers", asked).contains("At the boathouse")))
                    .isTrue();
            assertThat(edgar.complaints()).isEmpty();
        }
    }
}
