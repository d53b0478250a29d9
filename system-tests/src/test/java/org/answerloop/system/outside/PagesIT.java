package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** What people see: on a channel of this test's own, two conversations resolved and one handed off. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class PagesIT {

    private static final String SOURCE = "/tests/pages";
    private static final String REPORTS = "/reporting/index.xhtml?channel=kiosk";
    private static final String GAPS = "/knowledge/gaps.xhtml?channel=kiosk";
    private static final Instant LAST_WEEK = Instant.now().minus(Duration.ofDays(6));

    private final AnswerloopServer server;
    private final Screens screens;
    private Visitor visitor;

    PagesIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.visitor = screens.visitor(server);
    }

    @BeforeAll
    static void tellOfThreeConversations(AnswerloopServer server) {
        Api api = Api.of(server);
        ConversationStory resolved = kiosk("kiosk-1", "Is the museum open on Sunday?")
                .agentReplies("Yes, from ten to six.")
                .citing("Opening hours")
                .visitorFindsThat("helpful");
        ConversationStory handedOff = kiosk("kiosk-2", "May I bring my parrot?")
                .couldNotBeAnswered("May I bring my parrot?")
                .agentReplies("Let me ask somebody.")
                .isHandedOff("agent", "Front desk");
        ConversationStory resolvedToo = kiosk("kiosk-3", "may I  bring my parrot")
                .couldNotBeAnswered("may I  bring my parrot")
                .agentReplies("Animals stay outside, but guide dogs are welcome.")
                .citing("House rules");
        for (ConversationStory story : new ConversationStory[] {resolved, handedOff, resolvedToo}) {
            api.tell(story.events());
        }
        for (ConversationStory story : new ConversationStory[] {resolved, handedOff, resolvedToo}) {
            api.settledConversation(story.source(), story.id());
        }
        api.send(Api.LINES, "{\"specversion\":\"1.0\",\"id\":\"kiosk-4-1\",\"source\":\"" + SOURCE + "\"}");
    }

    @Test
    void the_front_door_leads_through_the_sign_in_to_the_reports() {
        Page page = visitor.open("/");
        assertThat(page.locator("h1")).hasText("Sign in");

        page.fill("#user", "maya");
        page.fill("#password", "wrong");
        page.click("button.button-primary");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not go together");

        page.fill("#user", "maya");
        page.fill("#password", "maya");
        page.click("button.button-primary");
        assertThat(page.locator("h1")).hasText("Reports");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void a_figure_leads_to_its_conversations_and_a_conversation_explains_its_verdict() {
        Page page = visitor.signedInAs("maya").open(REPORTS);

        card(page, "Conversations handled").locator(".figure a").click();
        assertThat(page.locator("table.rows tbody tr")).hasCount(3);
        page.getByText("May I bring my parrot?").click();

        assertThat(page.locator("h1")).containsText("not resolved");
        assertThat(page.locator(".finding")).hasCount(4);
        assertThat(page.locator(".finding-missed"))
                .containsText(new String[] {"No reply refers to", "The customer agent handed the conversation off."});
        assertThat(page.locator(".timeline")).containsText("Let me ask somebody.");
        assertThat(page.locator(".facts a")).hasAttribute("href", "https://helpdesk.example/tickets/T-kiosk-2");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void the_language_changes_for_all_pages() {
        Page page = visitor.signedInAs("maya").open(REPORTS);

        page.locator("button[name=language][value=fr]").click();

        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        assertThat(card(page, "Taux de résolution").locator(".figure")).containsText("66,7");
        assertThat(visitor.open("/knowledge/gaps.xhtml").locator("html")).hasAttribute("lang", "fr");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void a_question_that_was_asked_in_two_spellings_is_one_knowledge_gap() {
        Page page = visitor.signedInAs("edgar").open(GAPS);
        waitForTheTopic();
        assertThat(page.locator("table.rows tbody tr .n").first()).containsText("2");

        page.locator("table.rows a.row-link").click();

        assertThat(page.locator("tbody .asked"))
                .hasText(new String[] {"may I  bring my parrot", "May I bring my parrot?"});
        assertThat(page.locator("tbody a[target=_blank]").last())
                .hasAttribute("href", "https://helpdesk.example/tickets/T-kiosk-2");
        assertThat(visitor.complaints()).isEmpty();
    }

    /** A question has its topic a few seconds after it came. */
    private void waitForTheTopic() {
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> visitor.open(GAPS).locator("table.rows tbody tr").count() == 1))
                .isTrue();
    }

    @ParameterizedTest(name = "{0} × {1}, {2}")
    @CsvSource({"1440, 900, LIGHT", "1440, 900, DARK", "390, 844, LIGHT", "390, 844, DARK"})
    void every_page_fits_its_screen_and_makes_no_complaint(int width, int height, ColorScheme scheme) {
        visitor = screens.visitor(server, width, height, scheme);
        visitor.open("/reporting/");
        look("sign-in", width, scheme);
        visitor.signedInAs("ada");

        pages().forEach((name, address) -> {
            visitor.open(address);
            look(name, width, scheme);
        });

        assertThat(visitor.complaints()).isEmpty();
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("reports", "/reporting/index.xhtml");
        pages.put("conversations", "/reporting/conversations.xhtml?metric=handled&channel=kiosk");
        Page page = visitor.open(pages.get("conversations"));
        String conversation = page.locator("table.rows a.row-link").first().getAttribute("href");
        pages.put("conversation", "/reporting/" + conversation);
        pages.put("knowledge-gaps", "/knowledge/gaps.xhtml");
        waitForTheTopic();
        pages.put(
                "knowledge-gap",
                "/knowledge/" + page.locator("table.rows a.row-link").getAttribute("href"));
        pages.put("answers-files", "/knowledge/answer-files.xhtml");
        pages.put("answers-working", "/knowledge/working.xhtml?list=too_early");
        pages.put("people", "/knowledge/people.xhtml");
        pages.put("keys", "/knowledge/keys.xhtml");
        pages.put("events", "/knowledge/events.xhtml");
        page = visitor.open(pages.get("events"));
        pages.put(
                "event",
                "/knowledge/" + page.locator("table.rows a.row-link").first().getAttribute("href"));
        pages.put("connections", "/knowledge/connections.xhtml");
        return pages;
    }

    private void look(String name, int width, ColorScheme scheme) {
        visitor.photograph(name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
        assertThat(visitor.hasToScrollSideways())
                .as("%s has to be scrolled sideways", name)
                .isFalse();
    }

    private static ConversationStory kiosk(String id, String question) {
        return aConversation(SOURCE, id, LAST_WEEK.plus(Duration.ofMinutes(id.charAt(id.length() - 1))))
                .startsOn("kiosk", "en", "T-" + id, "Robin")
                .visitorSays(question);
    }

    private static Locator card(Page page, String title) {
        return page.locator("section.card[aria-label='" + title + "']");
    }
}
