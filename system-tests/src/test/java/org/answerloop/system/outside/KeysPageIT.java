package org.answerloop.system.outside;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator makes a key for one source, gives it another secret and takes it away; a program uses it meanwhile. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class KeysPageIT {

    private static final String KEYS = "/knowledge/keys.xhtml";
    private static final String LABEL = "Desk “é ß 漢 😀 ’ ; = <”";
    private static final String SOURCE = "/tests/keys/é-漢";

    private final AnswerloopServer server;
    private final Visitor visitor;

    KeysPageIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.visitor = screens.visitor(server);
    }

    @Test
    void a_key_is_made_for_a_source_and_a_time_rotated_and_revoked() {
        Page page = visitor.signedInAs("ada").open(KEYS);
        page.fill("#label", LABEL);
        page.getByLabel("events: send events").check();
        page.fill("#sources", SOURCE + "*");
        page.fill("#last", LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(7).toString());
        page.click("#create");
        String first = secret(page);
        Locator row = page.locator("#existing tbody tr", new Page.LocatorOptions().setHasText(LABEL))
                .first();
        assertThat(row).containsText(SOURCE + "*");
        assertThat(row).containsText("never");
        assertThat(row).containsText("ends soon");
        assertThat(page.locator("#existing .alert")).containsText("within 14 days");

        Api program = Api.of(server).withKey(first);
        assertThat(statuses(program, SOURCE + "/one")).containsOnly("accepted");
        assertThat(statuses(program, "/tests/keys/other")).containsOnly("rejected");
        visitor.open(KEYS);
        assertThat(row).not().containsText("never");
        assertThat(row).containsText("3 events were refused");
        visitor.photograph("keys");

        row.locator("summary", new Locator.LocatorOptions().setHasText("New secret"))
                .click();
        row.locator("button", new Locator.LocatorOptions().setHasText("One day"))
                .click();
        assertThat(row).containsText("opens too, until");
        String second = secret(page);
        assertThat(second).isNotEqualTo(first);
        assertThat(statuses(program, SOURCE + "/two")).containsOnly("accepted");
        assertThat(statuses(program.withKey(second), SOURCE + "/three")).containsOnly("accepted");
        row.locator("button", new Locator.LocatorOptions().setHasText("End it now"))
                .click();
        assertThat(row).not().containsText("opens too, until");
        assertThat(program.get("/api/v1/reports").status()).isEqualTo(401);

        row.locator("summary", new Locator.LocatorOptions().setHasText("Revoke"))
                .click();
        row.locator("button", new Locator.LocatorOptions().setHasText("Revoke this key"))
                .click();
        assertThat(row).containsText("revoked");
        assertThat(program.withKey(second).get("/api/v1/reports").status()).isEqualTo(401);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void the_key_of_the_configuration_is_listed_and_a_rule_that_is_none_is_refused_in_a_sentence() {
        Page page = visitor.signedInAs("ada").open(KEYS);
        Locator bootstrap = page.locator("#existing tbody tr", new Page.LocatorOptions().setHasText("bootstrap"));
        assertThat(bootstrap).containsText("ANSWERLOOP_BOOTSTRAP_API_KEY");
        assertThat(bootstrap.locator("summary")).hasText(new String[] {"Revoke"});
        assertThat(page.content()).doesNotContain(RunningServer.API_KEY);

        page.fill("#label", "Pattern");
        page.getByLabel("events: send events").check();
        page.fill("#sources", "/a*b");
        page.click("#create");
        assertThat(page.locator("#messages")).containsText("Give at most 50 sources");
        assertThat(page.locator("#sources")).hasValue("/a*b");
    }

    private static String secret(Page page) {
        return page.locator(".secret-text").textContent();
    }

    private static List<String> statuses(Api program, String source) {
        ConversationStory story = aConversation(source, "one", Instant.now().minusSeconds(60))
                .startsOn("web", "en")
                .visitorSays("Hello")
                .agentReplies("Hello");
        return program.send(Api.LINES, String.join("\n", story.events()))
                .body()
                .path("results")
                .findValuesAsText("status");
    }
}
