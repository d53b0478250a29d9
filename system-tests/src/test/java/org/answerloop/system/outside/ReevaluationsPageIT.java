package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator has a verdict given anew, from the page of the conversation. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class ReevaluationsPageIT {

    private static final String SOURCE = "/tests/reevaluations-page";
    private static final String REASON = "Les évènements de mai sont arrivés trop tard : « é ß 漢 😀 ’ ; = < »";
    private static final String PAGE = "/knowledge/reevaluations.xhtml";

    private final Screens screens;
    private final AnswerloopServer server;
    private final Api api;
    private final Visitor visitor;

    ReevaluationsPageIT(AnswerloopServer server, Screens screens) {
        this.screens = screens;
        this.server = server;
        this.visitor = screens.visitor(server);
        this.api = Api.of(server);
    }

    @Test
    void a_verdict_is_given_anew_and_the_page_says_what_it_was_who_replaced_it_and_why() {
        ConversationStory story = settled("réévaluée");
        String address = addressOf(story);
        tellLate(story.isHandedOff("manual", "Sam"));

        Page page = visitor.signedInAs("ada").open(address);
        assertThat(page.locator("h1")).containsText("resolved");
        page.locator("aside.verdict form button").click();
        assertThat(page.locator("#source")).hasValue(SOURCE);
        assertThat(page.locator("#ids")).hasValue("réévaluée");
        page.click("#order");
        assertThat(page.locator(".alert-bad")).containsText("Say why");
        assertThat(page.locator("#ids")).hasValue("réévaluée");
        page.fill("#reason", REASON);
        page.click("#order");

        assertThat(Eventually.within(Visitor.PATIENCE, () -> isDone(visitor.open(PAGE))))
                .isTrue();
        Page conversation = visitor.open(address);
        assertThat(conversation.locator("h1")).containsText("not resolved");
        Locator earlier = conversation.locator(".earlier-verdicts li");
        assertThat(earlier).hasCount(1);
        assertThat(earlier).containsText("Resolved by the customer agent");
        assertThat(earlier).containsText("by ada");
        assertThat(earlier).containsText(REASON);
        assertThat(conversation.locator(".timeline")).not().containsText("arrived after the verdict");
        assertThat(visitor.open("/knowledge/audit.xhtml").locator("main"))
                .containsText("Had conversations re-evaluated");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void only_administrators_are_offered_it_and_an_unknown_conversation_is_named_in_their_language() {
        String address = addressOf(settled("for-the-manager"));
        assertThat(visitor.signedInAs("maya").open(address).locator("aside.verdict form"))
                .hasCount(0);

        Visitor ada = screens.visitor(server);
        Page page = ada.signedInAs("ada").open(PAGE + "?source=" + SOURCE + "&id=inconnue");
        page.locator("button[name=language][value=fr]").click();
        page.fill("#source", SOURCE);
        page.fill("#ids", "inconnue");
        page.fill("#reason", REASON);
        page.click("#order");

        assertThat(page.locator(".alert-bad")).containsText("n’a pas de conversation inconnue");
        assertThat(ada.complaints()).isEmpty();
    }

    private static boolean isDone(Page page) {
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(REASON));
        return row.count() == 1 && row.innerText().contains("1 changed");
    }

    private String addressOf(ConversationStory story) {
        Page page = screens.visitor(server)
                .signedInAs("ada")
                .open("/reporting/conversations.xhtml?metric=handled&channel=" + channel(story.id()));
        page.locator("a.row-link").first().click();
        assertThat(page.locator("h1")).containsText(story.id());
        return Pattern.compile("https?://[^/]+").matcher(page.url()).replaceFirst("");
    }

    private void tellLate(ConversationStory story) {
        List<String> events = story.events();
        api.tell(events.subList(events.size() - 1, events.size()));
    }

    private ConversationStory settled(String id) {
        ConversationStory story = aConversation(SOURCE, id, Instant.now().minus(Duration.ofDays(5)))
                .startsOn(channel(id), "fr")
                .visitorSays("Où est mon colis ?")
                .agentReplies("Il est parti lundi.")
                .citing("Délais");
        api.tell(story.events());
        api.settledConversation(SOURCE, id);
        return story;
    }

    private static String channel(String id) {
        return "reevaluated-" + id.length();
    }
}
