package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** No page stands in anybody's way: axe-core finds nothing on any of them, in either theme, and with its parts opened. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class AccessibilityIT {

    private final AnswerloopServer server;
    private final Screens screens;
    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private Visitor visitor;

    AccessibilityIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
    }

    @BeforeAll
    static void tellOfTheMuseum(AnswerloopServer server) {
        Api api = Api.of(server);
        api.send(Api.LINES, "{\"specversion\":\"1.0\",\"id\":\"axe-1\",\"source\":\"/tests/axe\"}");
        api.tell(aConversation("/tests/axe", "asked", Instant.now().minus(Duration.ofDays(6)))
                .startsOn("axe", "en", "T-axe", "Robin")
                .visitorSays("Is there a ramp?")
                .couldNotBeAnswered("Is there a ramp?")
                .agentReplies("Let me ask.")
                .citing("Entrances")
                .havingDone("look_up")
                .visitorFindsThat("not_helpful")
                .isHandedOff("agent", "Front desk")
                .teammateSays("Solène", "Yes, at the back.")
                .isClosedBy("teammate", "Solène")
                .events());
        api.settledConversation("/tests/axe", "asked");
    }

    @ParameterizedTest(name = "{0} × {1}, {2}")
    @CsvSource({"1440, 900, LIGHT", "1440, 900, DARK", "390, 844, LIGHT", "390, 844, DARK"})
    void every_page_is_open_to_everybody(int width, int height, ColorScheme scheme) {
        visitor = screens.visitor(server, width, height, scheme);
        visitor.open("/reporting/");
        look("sign-in");
        visitor.open("/nowhere");
        look("no such page, outside");
        visitor.signedInAs("ada");

        lookAtTheReports();
        for (String address : List.of(
                "/reporting/exports.xhtml",
                "/reporting/subscriptions.xhtml",
                "/reporting/nowhere",
                "/knowledge/error/500.xhtml",
                "/knowledge/error/expired.xhtml",
                "/knowledge/seats.xhtml",
                "/knowledge/people.xhtml",
                "/knowledge/audit.xhtml",
                "/knowledge/settings.xhtml",
                "/knowledge/answer.xhtml",
                "/knowledge/answer-files.xhtml",
                "/knowledge/working.xhtml",
                "/knowledge/working.xhtml?list=too_early",
                "/knowledge/keys.xhtml",
                "/knowledge/imports.xhtml",
                "/knowledge/imports.xhtml?format=csv",
                "/knowledge/reevaluations.xhtml",
                "/knowledge/reevaluations.xhtml?import=1",
                "/knowledge/connection.xhtml?platform=standard")) {
            visitor.open(address);
            look(address);
        }
        lookAtTheListAndItsFirst("/knowledge/gaps.xhtml");
        visitor.open("/knowledge/gaps.xhtml?q=nobody-asked-this");
        look("no topic found");
        lookAtTheListAndItsFirst("/knowledge/answers.xhtml");
        lookAtTheListAndItsFirst("/knowledge/events.xhtml");
        lookAtTheListAndItsFirst("/knowledge/connections.xhtml");

        visitor = screens.visitor(server, width, height, scheme);
        visitor.signedInAs("vera").open("/knowledge/seats.xhtml");
        look("not allowed");

        assertThat(found).isEmpty();
    }

    private void lookAtTheReports() {
        Page page = visitor.open("/reporting/index.xhtml?channel=axe&compare=previous");
        look("reports");
        page.evaluate("document.querySelectorAll('.card-switch').forEach(button => button.click())");
        look("reports as tables");
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })");
        look("reports with all that opens");
        visitor.open("/reporting/index.xhtml?from=2019-01-01&until=2019-01-31");
        look("reports without conversations");
        lookAtTheListAndItsFirst("/reporting/conversations.xhtml?metric=handled&channel=axe");
        visitor.open("/reporting/conversations.xhtml?metric=handled&channel=axe&search=nobody-said-this");
        look("nothing found");
    }

    private void lookAtTheListAndItsFirst(String address) {
        Page page = visitor.open(address);
        look(address);
        if (page.locator("a.row-link").count() > 0) {
            page.locator("a.row-link").first().click();
            page.waitForLoadState();
            look("first of " + address);
        }
    }

    private void look(String name) {
        List<String> violations = Axe.violations(visitor.page());
        if (!violations.isEmpty()) {
            found.put(name, violations);
        }
    }
}
