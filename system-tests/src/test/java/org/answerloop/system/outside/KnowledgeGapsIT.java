package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** From a question that was not answered to the answer that the customer agent reads, by way of the pages. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KnowledgeGapsIT {

    private static final String SOURCE = "/tests/gapdesk";
    private static final String GAPS = "/knowledge/gaps.xhtml?channel=gapdesk";
    private static final String SEATS = "/knowledge/seats.xhtml";
    private static final String NAME = "How do I change the name on my ticket?";
    private static final String REFUND = "When will my refund arrive?";
    private static final String PARKING = "Is there parking at the station?";
    private static final String BICYCLE = "Can I take my bicycle on the night train?";
    private static final String HOSTILE =
            "=cmd|' /C calc'!A1 <img src=x onerror=\"document.title='hacked'\"> {{7*7}} #{7*7}";

    private final AnswerloopServer server;
    private final Screens screens;
    private final Api api;

    KnowledgeGapsIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.api = Api.of(server);
    }

    @BeforeAll
    static void whatWasNotAnswered(AnswerloopServer server) {
        Api api = Api.of(server);
        api.tell(asked("name-1", NAME)
                .isHandedOff("agent", "Front desk")
                .teammateSays("Solène", "We can correct up to three letters for you.")
                .isClosedBy("teammate", "Solène")
                .events());
        api.tell(asked("name-2", NAME.toLowerCase(Locale.ROOT)).events());
        api.tell(asked("name-3", NAME).events());
        api.tell(asked("refund-1", REFUND).events());
        api.tell(asked("refund-2", REFUND).events());
        api.tell(asked("parking-1", PARKING).events());
        api.tell(asked("parking-2", PARKING).events());
        api.tell(asked("bicycle", BICYCLE).events());
        api.tell(asked("hostile", HOSTILE).events());
        api.settledConversation(SOURCE, "name-1");
    }

    private static ConversationStory asked(String id, String question) {
        return aConversation(SOURCE, id, Instant.now().minus(Duration.ofDays(5)))
                .startsOn("gapdesk", "en", "T-" + id, "Robin")
                .visitorSays(question)
                .couldNotBeAnswered(question)
                .agentReplies("Let me ask.");
    }

    @Test
    @Order(1)
    void whoever_may_not_edit_sees_what_is_there_what_is_missing_and_who_can_give_it() {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(GAPS);
            assertThat(Eventually.within(
                            Visitor.PATIENCE,
                            () -> edgar.open(GAPS).locator("a.row-link").count() == 5))
                    .isTrue();
            assertThat(page.locator(".who-name")).containsText("no seat");
            assertThat(page.locator("main")).containsText("one of the 5 paid seats");
            assertThat(page.locator("main input[type=checkbox]")).hasCount(0);
            open(page, NAME);
            assertThat(page.locator("main")).containsText("An Answerloop administrator gives it");
            assertThat(page.locator("tbody .asked")).hasCount(3);
            assertThat(page.locator("#resolve, #text, #dismiss, #rename")).hasCount(0);
            assertThat(edgar.complaints()).isEmpty();
        }
        try (Visitor vera = screens.visitor(server)) {
            assertThat(vera.signedInAs("vera").open(GAPS).locator("main"))
                    .containsText("the role of an editor, from the registry");
        }
    }

    @Test
    @Order(2)
    void a_viewer_who_forges_the_button_that_they_do_not_see_changes_nothing() {
        String topic;
        seat(true);
        try (Visitor edgar = screens.visitor(server)) {
            topic = row(edgar.signedInAs("edgar").open(GAPS), BICYCLE)
                    .locator("input[name=topic]")
                    .getAttribute("value");
        }
        try (Visitor vera = screens.visitor(server)) {
            Page page = vera.signedInAs("vera").open(GAPS);
            String answer = (String) page.evaluate("""
                    async (topic) => {
                      const form = new URLSearchParams(new FormData(document.getElementById("gaps")));
                      form.append("topic", topic);
                      form.append("dismiss", "dismiss");
                      const answer = await fetch("gaps.xhtml", { method: "POST", body: form });
                      return answer.status + " " + (await answer.text());
                    }""", topic);
            assertThat(answer)
                    .startsWith("200 ")
                    .contains("you need the role of an editor")
                    .doesNotContain("is dismissed");
            assertThat(row(vera.open(GAPS), BICYCLE)).containsText("open");
        }
    }

    @Test
    @Order(3)
    void an_editor_answers_a_topic_and_the_customer_agent_reads_the_answer() {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(GAPS);
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
            assertThat(edgar.open(GAPS).getByText(NAME)).hasCount(0);
            assertThat(row(edgar.open(GAPS + "&state=resolved"), NAME)).containsText("resolved");
            assertThat(edgar.complaints()).isEmpty();
        }
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> api.get("/api/v1/answers?language=en&q=change%20name%20ticket")
                                .text()
                                .contains("three letters are corrected free of charge")))
                .isTrue();
        try (McpAgent agent = McpAgent.of(server)) {
            assertThat(agent.call("search_short_answers", Map.of("question", NAME, "language", "en")))
                    .contains("three letters are corrected free of charge");
        }
    }

    @Test
    @Order(3)
    void what_an_agent_of_any_make_reports_is_a_gap_that_an_editor_answers_for_it() {
        String question = "Do you hire out sledges at the harbour?";
        try (McpAgent agent = McpAgent.of(server);
                Visitor edgar = screens.visitor(server)) {
            assertThat(agent.call(
                            "report_unanswered_question",
                            Map.of("question", question, "conversation", "sledge-1", "source", SOURCE)))
                    .isEqualTo("{\"status\":\"reported\"}");

            edgar.signedInAs("edgar");
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

    @Test
    @Order(4)
    void a_question_is_dismissed_with_a_reason_taken_back_shown_and_restored() {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(GAPS);
            open(page, REFUND);
            tick(page, 0);
            assertThat(page.locator(".bulk-count")).hasText("1 of 2 selected");
            dismiss(page, "Asked in <jest>");
            assertThat(page.locator("[role=status]")).containsText("The question is dismissed.");
            assertThat(page.locator("tbody .asked")).hasCount(1);
            page.click("#undo");
            assertThat(page.locator("[role=status]")).containsText("The question counts again.");
            assertThat(page.locator("tbody .asked")).hasCount(2);

            tick(page, 0);
            dismiss(page, "Asked in <jest>");
            assertThat(page.locator("tbody .asked")).hasCount(1);
            page.getByText("Show 1 dismissed question").click();
            assertThat(page.locator("tr.gone")).containsText("Asked in <jest>");
            assertThat(page.locator("tr.gone")).containsText("edgar");
            page.locator("tr.gone input").check();
            page.click("#restoreQuestions");
            assertThat(page.locator("tr.gone")).hasCount(0);
            assertThat(page.locator("tbody .asked")).hasCount(2);
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    @Order(5)
    void the_box_at_the_head_of_the_table_dismisses_the_whole_topic_until_that_is_taken_back() {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(GAPS);
            open(page, REFUND);
            page.check("thead input[data-select=all]");
            assertThat(page.locator(".bulk-count")).hasText("The whole topic is selected");
            String open = page.locator("[data-count=gaps]").textContent();
            dismiss(page, "");
            assertThat(page.locator("h1")).containsText("dismissed");
            assertThat(page.locator("[data-count=gaps]")).not().hasText(open);
            page.click("#undo");
            assertThat(page.locator("h1")).containsText("open");
            assertThat(page.locator("[data-count=gaps]")).hasText(open);

            page = edgar.open(GAPS);
            row(page, REFUND).locator("input").check();
            row(page, PARKING).locator("input").check();
            assertThat(page.locator(".bulk-count")).hasText("2 topics selected");
            page.locator("summary", new Page.LocatorOptions().setHasText("Snooze"))
                    .click();
            page.fill("#snoozeUntil", "2999-12-31");
            page.locator("#snoozeUntil").press("Enter");
            assertThat(page.locator("[role=status]")).containsText("2 topics are snoozed.");
            assertThat(row(page, PARKING)).hasCount(0);
            page.click("#undo");
            assertThat(page.locator("[role=status]")).containsText("2 topics are listed again.");
            assertThat(row(page, PARKING)).hasCount(1);
            page.click("summary:has-text('Dismiss')");
            page.click("#dismiss");
            assertThat(page.locator("[role=alert]")).containsText("Tick at least one first.");
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void a_topic_is_renamed_split_merged_and_its_questions_moved() {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(GAPS);
            open(page, PARKING);
            page.click("summary:has-text('Rename')");
            page.fill("#newTitle", "Parking <i>and</i> ride");
            page.click("#rename");
            assertThat(page.locator("h1")).containsText("Parking <i>and</i> ride");

            tick(page, 0);
            page.click("summary:has-text('Split')");
            page.fill("#splitTitle", "Parking overnight");
            page.click("#split");
            assertThat(page.locator("h1")).containsText("Parking overnight");
            assertThat(page.locator("tbody .asked")).hasCount(1);

            page.check("thead input[data-select=all]");
            page.click("summary:has-text('Move')");
            page.fill("#moveWords", "and</i> RIDE");
            page.locator("#moveWords").press("Enter");
            page.locator("#moveFound input").check();
            page.click("#move");
            assertThat(page.locator("h1")).containsText("Parking <i>and</i> ride");
            assertThat(page.locator("tbody .asked")).hasCount(2);

            page.click("summary:has-text('Merge')");
            page.fill("#mergeWords", "no such topic at all");
            page.click("#mergeFind");
            assertThat(page.locator("#mergeFound")).containsText("No topic of this language fits.");
            page.fill("#mergeWords", "bicycle");
            page.click("#mergeFind");
            page.locator("#mergeFound input").check();
            page.click("#merge");
            assertThat(page.locator("[role=status]")).containsText("The topics are one now.");
            assertThat(page.locator("tbody .asked")).hasCount(3);
            assertThat(page.locator("tbody")).containsText(BICYCLE);
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    @Order(7)
    void the_second_of_two_editors_learns_who_was_faster_and_keeps_what_they_wrote() {
        try (Visitor first = screens.visitor(server);
                Visitor second = screens.visitor(server)) {
            Page slow = second.signedInAs("edgar").open(GAPS);
            open(slow, REFUND);
            slow.fill("#text", "Written by the second.");
            Page fast = first.signedInAs("edgar").open(GAPS);
            open(fast, REFUND);
            fast.fill("#text", "Within five days.");
            fast.click("#resolve");
            assertThat(fast.locator("h1")).containsText("resolved");

            slow.click("#resolve");

            assertThat(slow.locator("[role=alert]")).containsText("edgar resolved this topic on");
            assertThat(slow.locator("h1")).containsText("resolved");
            assertThat(slow.locator("#text")).hasValue("Written by the second.");
            second.photograph("topic-second-editor");
            assertThat(second.complaints()).isEmpty();

            fast.click("#reopen");
            assertThat(fast.locator("h1")).containsText("open");
        }
    }

    @Test
    @Order(8)
    void what_visitors_write_is_text_and_nothing_else() {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(GAPS);
            open(page, HOSTILE);
            assertThat(page.locator("h1")).containsText(HOSTILE);
            assertThat(page.locator("tbody .asked")).hasText(HOSTILE);
            page.fill("#text", HOSTILE);
            page.click("#resolve");
            assertThat(page.locator("[role=status]")).containsText("The topic is resolved");
            assertThat(page.locator("main img")).hasCount(0);
            assertThat(page.title()).startsWith(HOSTILE);
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    @Order(8)
    void a_form_that_is_sent_before_the_scripts_of_its_page_have_come_is_taken_all_the_same() {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(GAPS);
            page.route(Pattern.compile(".*\\.js[.?].*"), Route::abort);
            open(page, REFUND);
            page.click("summary:has-text('Rename')");
            page.fill("#newTitle", REFUND + " On my card?");
            page.click("#rename");

            assertThat(page.locator("[role=status]")).containsText("The topic has a new title.");
            assertThat(page.locator("h1")).containsText("On my card?");
        }
    }

    @Test
    @Order(8)
    void a_topic_shows_what_its_list_shows_and_says_so_and_leads_back_to_that_list() {
        api.tell(aConversation(SOURCE, "refund-3", Instant.now().minus(Duration.ofDays(1)))
                .startsOn("elsedesk", "en")
                .visitorSays(REFUND)
                .couldNotBeAnswered(REFUND)
                .events());
        String list = "/knowledge/gaps.xhtml?channel=elsedesk&q=refund";
        try (Visitor edgar = screens.visitor(server)) {
            edgar.signedInAs("edgar");
            assertThat(Eventually.within(
                            Visitor.PATIENCE,
                            () -> edgar.open(list).locator("a.row-link").count() == 1))
                    .isTrue();
            Page page = edgar.page();
            open(page, REFUND);
            assertThat(page.locator("tbody .asked")).hasCount(1);
            assertThat(page.locator(".lead")).containsText("1 conversation,");
            assertThat(page.locator("main")).containsText("those of the list that you come from: elsedesk");
            edgar.photograph("topic-narrowed");

            page.getByText("Show the whole topic").click();
            assertThat(page.locator("tbody .asked")).hasCount(3);
            assertThat(page.locator(".lead")).containsText("3 conversations,");
            page.getByText("Show what the list shows").click();
            assertThat(page.locator("tbody .asked")).hasCount(1);

            page.locator(".crumb a").click();
            assertThat(page).hasURL(Pattern.compile(".*/gaps\\.xhtml\\?channel=elsedesk&q=refund$"));
            assertThat(page.locator("a.row-link")).hasCount(1);
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} × {1}, {2}, {3}")
    @CsvSource({"1440, 900, LIGHT, fr", "1440, 900, DARK, en", "390, 844, LIGHT, en", "390, 844, DARK, fr"})
    @Order(9)
    void the_pages_fit_their_screens_and_stand_in_nobodys_way(
            int width, int height, ColorScheme scheme, String language) {
        try (Visitor edgar = screens.visitor(server, width, height, scheme)) {
            edgar.signedInAs("edgar").open("/reporting/");
            if (language.equals("fr")) {
                // On a small screen it is in the menu, which is closed.
                edgar.page().evaluate("document.querySelector('[name=language][value=fr]').click()");
            }
            assertThat(edgar.page().locator("html")).hasAttribute("lang", language);
            for (String address : List.of(GAPS, GAPS + "&state=resolved", GAPS + "&q=nobody-asked-this")) {
                look(edgar, edgar.open(address), "topics", width, scheme);
            }
            Page page = edgar.open(GAPS);
            open(page, REFUND);
            tick(page, 0);
            look(edgar, page, "topic", width, scheme);
            page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })");
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    @Order(10)
    void whoever_loses_the_seat_while_typing_changes_nothing_and_keeps_the_text() {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(GAPS);
            open(page, REFUND);
            page.fill("#text", "Typed without a seat.");
            seat(false);

            page.click("#resolve");

            assertThat(page.locator("[role=alert]")).containsText("paid seat");
            assertThat(page.locator("#text")).hasValue("Typed without a seat.");
            assertThat(page.locator("h1")).containsText("open");
            assertThat(page.locator(".who-name")).containsText("seat 1 of 5");
        }
    }

    private void look(Visitor visitor, Page page, String name, int width, ColorScheme scheme) {
        visitor.photograph(name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
        assertThat(visitor.hasToScrollSideways())
                .as("%s has to be scrolled sideways", page.url())
                .isFalse();
        assertThat(Axe.violations(page)).isEmpty();
    }

    private void seat(boolean given) {
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open(SEATS);
            if (given) {
                page.selectOption("#login", "edgar");
                page.click("#give");
            } else {
                Locator held = page.locator("#held tbody tr", new Page.LocatorOptions().setHasText("edgar"));
                held.locator("summary").click();
                held.locator("button").click();
            }
            assertThat(page.locator("[role=status]")).containsText("edgar has");
        }
    }

    private static Locator row(Page page, String title) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(title));
    }

    private static void open(Page page, String title) {
        row(page, title).locator("a.row-link").click();
        page.waitForURL(address -> address.contains("topic.xhtml"));
    }

    private static void tick(Page page, int row) {
        page.locator("tbody input[name=asked]").nth(row).check();
    }

    private static void dismiss(Page page, String reason) {
        page.click("summary:has-text('Dismiss')");
        page.fill("#reason", reason);
        page.click("#dismiss");
    }
}
