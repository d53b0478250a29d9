package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** The list behind a figure: its order, its pages, its search, and the way back. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class ConversationsPageIT {

    private static final String CHANNEL = "lighthouse";
    private static final int TOLD = 120;
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));
    private static final String LIST = "/reporting/conversations.xhtml?metric=handled&channel=" + CHANNEL;

    private final AnswerloopServer server;
    private final Visitor visitor;

    ConversationsPageIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.visitor = screens.visitor(server);
    }

    @BeforeAll
    static void tellOfManyConversations(AnswerloopServer server) {
        Api api = Api.of(server);
        for (int i = 1; i <= TOLD; i++) {
            api.tell(aConversation("/tests/lighthouse", "lamp-" + i, YESTERDAY.plusSeconds(i))
                    .startsOn(CHANNEL, "en")
                    .visitorSays("How bright is lamp " + i + "?")
                    .agentReplies(i % 60 == 0 ? "As bright as the moon." : "Bright enough.")
                    .events());
        }
    }

    @Test
    void its_pages_follow_each_other_without_a_gap_in_either_order() {
        Page page = visitor.signedInAs("maya").open(LIST);
        assertThat(page.locator("h1")).hasText("120 conversations handled");
        assertThat(page.locator("table.rows a.row-link").first()).hasText("How bright is lamp 120?");

        page.locator("a[rel=next]").click();
        assertThat(page.locator("table.rows a.row-link").first()).hasText("How bright is lamp 70?");
        page.locator("a[rel=next]").click();
        assertThat(page.locator("table.rows tbody tr")).hasCount(20);
        assertThat(page.locator("table.rows a.row-link").last()).hasText("How bright is lamp 1?");
        assertThat(page.locator("a[rel=next]")).hasCount(0);

        page.locator("a.sort").click();
        assertThat(page.locator("table.rows a.row-link").first()).hasText("How bright is lamp 1?");
        assertThat(page.locator("th[aria-sort]")).hasAttribute("aria-sort", "ascending");
        page.locator("a[rel=next]").click();
        assertThat(page.locator("table.rows a.row-link").first()).hasText("How bright is lamp 51?");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void what_was_said_is_found_and_the_figure_stays() {
        Page page = visitor.signedInAs("maya").open(LIST);

        page.fill("#search", "AS THE MOON");
        page.click("form.search button");

        assertThat(page.locator("table.rows a.row-link"))
                .hasText(new String[] {"How bright is lamp 120?", "How bright is lamp 60?"});
        assertThat(page.locator("h1")).hasText("120 conversations handled");
        page.locator("form.search a").click();
        assertThat(page.locator("table.rows tbody tr")).hasCount(50);
        page.fill("#search", "100% nowhere_");
        page.click("form.search button");
        assertThat(page.locator(".empty")).containsText("Nobody said “100% nowhere_” here");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void a_conversation_leads_back_to_the_list_as_it_was_and_to_the_reports() {
        Page page = visitor.signedInAs("maya").open(LIST + "&order=earliest&search=lamp+1");
        String list = page.url();
        page.locator("table.rows a.row-link").first().click();
        assertThat(page.locator("h1")).containsText("Conversation lamp-1");

        page.locator(".crumb a").last().click();
        assertThat(page.locator("#search")).hasValue("lamp 1");
        assertThat(page.locator("th[aria-sort]")).hasAttribute("aria-sort", "ascending");
        assertThat(page.locator("table.rows a.row-link").first()).hasText("How bright is lamp 1?");
        assertThat(page.url()).contains("channel=" + CHANNEL).isNotEqualTo(list);

        page.locator(".crumb a").first().click();
        assertThat(page.locator("#handled .figure")).containsText("120");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void an_address_that_names_no_figure_has_no_page() {
        visitor.signedInAs("maya");
        for (String nonsense : List.of(
                "metric=nonsense",
                "at=2026-13-99",
                "impact=resolved",
                "impact=x&since=a&before=b",
                "cursor=nonsense")) {
            Response answer = visitor.page()
                    .navigate(server.address("/reporting/conversations.xhtml?" + nonsense)
                            .toString());
            assertThat(answer.status()).as(nonsense).isEqualTo(404);
        }
    }
}
