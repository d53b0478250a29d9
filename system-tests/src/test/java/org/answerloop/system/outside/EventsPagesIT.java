package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator does about events that were refused. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class EventsPagesIT {

    private static final String SOURCE = "/tests/events-pages";
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(10));
    private static final String EVENTS = "/knowledge/events.xhtml";

    private final AnswerloopServer server;
    private final Screens screens;
    private final Api api;
    private final Visitor visitor;

    EventsPagesIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.visitor = screens.visitor(server);
        this.api = Api.of(server);
    }

    @Test
    void a_source_is_listed_with_what_became_of_its_events() {
        ConversationStory story = aStory("counted");
        api.send(Api.LINES, story.lines());
        api.send(Api.LINES, story.lines());
        api.send(Api.LINES, "no JSON at all");

        Page page = visitor.signedInAs("ada").open(EVENTS);

        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText(story.source()))
                        .locator("td"))
                .containsText(new String[] {SOURCE + "/counted", "", "3", "0", "3", "0", "0"});
        assertThat(page.locator("main")).containsText("source could not be read");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void a_refused_event_is_mended_and_replayed() {
        refuse("mended");
        Page page = openRefused(visitor, "mended");
        assertThat(page.locator("h1")).hasText("Unknown value");
        assertThat(page.locator("main")).containsText("/data/author/kind");
        String text = page.locator("#text").inputValue();
        assertThat(text).contains("\n    \"author\": {\n      \"kind\": \"ghost\"");

        page.fill("#text", text.replace("ghost", "robot"));
        page.click("#replay");
        assertThat(page.locator("[role=alert]")).containsText("Refused again");
        assertThat(page.locator("[role=alert]")).containsText("\"kind\" is \"robot\"");
        assertThat(page.locator("#text").inputValue()).contains("robot");

        page.fill("#text", text.replace("ghost", "visitor"));
        page.click("#replay");
        assertThat(page.locator("[role=status]")).hasText("The event was accepted.");
        assertThat(page.locator("#text")).hasCount(0);
        assertThat(page.locator(".verdict-facts")).containsText("replayed by ada");
        assertThat(api.conversation(SOURCE + "/mended", "mended").text()).contains("Where is my parcel?");
        assertThat(visitor.open(EVENTS + "?list=replayed").locator("main")).containsText("mended-2");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void the_second_of_two_administrators_learns_what_the_first_has_done() {
        refuse("twice");
        Page first = openRefused(visitor, "twice");
        try (Visitor other = screens.visitor(server)) {
            Page second = openRefused(other, "twice");

            first.click(".actions summary");
            first.click("#discard");
            assertThat(first.locator("[role=status]")).hasText("The event was discarded.");
            second.fill("#text", second.locator("#text").inputValue().replace("ghost", "visitor"));
            second.click("#replay");

            assertThat(second.locator("[role=alert]")).containsText("ada has discarded this event in the meantime");
            assertThat(second.locator("#replay")).hasCount(0);
            assertThat(other.complaints()).isEmpty();
        }
        assertThat(api.conversation(SOURCE + "/twice", "twice").status()).isEqualTo(404);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void what_was_redacted_is_not_shown() {
        refuse("redacted");
        api.tell(aConversation(SOURCE + "/redacted", "redacted", LONG_AGO.plusSeconds(900))
                .startsOn("web", "en")
                .isRedacted()
                .events());

        Page page = openRefused(visitor, "redacted");

        assertThat(page.locator("main")).containsText("There is no text");
        assertThat(page.locator("main")).not().containsText("parcel");
        assertThat(page.locator("#replay")).hasCount(0);
        assertThat(page.locator("#discard")).hasCount(1);
    }

    @Test
    void nobody_else_is_shown_any_of_it() {
        visitor.signedInAs("maya");
        for (String address : List.of(EVENTS, "/knowledge/event.xhtml?id=1")) {
            Response answer = visitor.page().navigate(server.address(address).toString());
            assertThat(answer.status()).isEqualTo(403);
        }
        assertThat(visitor.open("/reporting/").locator(".menu-list")).not().containsText(new String[] {"Events"});
    }

    @Test
    void an_event_that_is_not_there_is_a_page_that_is_not_there() {
        visitor.signedInAs("ada");
        for (String id : List.of("999999999", "nonsense", "")) {
            Response answer = visitor.page()
                    .navigate(server.address("/knowledge/event.xhtml?id=" + id).toString());
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    private Page openRefused(Visitor administrator, String id) {
        Page page = administrator.signedInAs("ada").open(EVENTS);
        page.locator("table.rows tr", new Page.LocatorOptions().setHasText(id + "-2"))
                .locator("a.row-link")
                .first()
                .click();
        return page;
    }

    private void refuse(String id) {
        String event = aStory(id).events().get(1).replace("\"kind\":\"visitor\"", "\"kind\":\"ghost\"");
        assertThat(api.send(Api.LINES, event).text()).contains("rejected");
    }

    private static ConversationStory aStory(String id) {
        return aConversation(SOURCE + "/" + id, id, LONG_AGO)
                .startsOn("web", "en")
                .visitorSays("Where is my parcel?")
                .agentReplies("It left on Monday.");
    }
}
