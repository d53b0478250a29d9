package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator decides which questions are derived, how fine topics are and whose tickets are linked. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class TopicSettingsIT {

    private static final String SETTINGS = "/knowledge/settings.xhtml";
    private static final String SOURCE = "/tests/topic-settings";
    private static final LocatorAssertions.ContainsTextOptions WITHIN_A_MINUTE =
            new LocatorAssertions.ContainsTextOptions()
                    .setTimeout(Duration.ofMinutes(1).toMillis());

    private final AnswerloopServer server;
    private final Screens screens;
    private final Api api;

    TopicSettingsIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.api = Api.of(server);
    }

    @Test
    void questions_of_a_source_are_derived_from_the_moment_it_is_decided() {
        api.tell(aConversation(SOURCE, "settings-1", Instant.now().minus(Duration.ofHours(1)))
                .startsOn("web", "en")
                .visitorSays("Does the museum shop sell umbrellas?")
                .isHandedOff("rule", "Kim")
                .events());
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open(SETTINGS);
            Locator beforeHandoffs = row(page, SOURCE).locator("td").nth(1);
            assertThat(beforeHandoffs).containsText("Not derived");
            beforeHandoffs.locator("button").click();
            assertThat(beforeHandoffs.locator("button")).hasText("Do not derive");

            assertThat(Eventually.within(
                            Visitor.PATIENCE,
                            () -> ada.open("/knowledge/gaps.xhtml?q=umbrellas")
                                            .locator("a.row-link")
                                            .count()
                                    == 1))
                    .isTrue();
            ada.page().locator("a.row-link").click();
            assertThat(ada.page().locator("tbody tr")).containsText("asked before a handoff");

            Page audit = ada.open("/knowledge/audit.xhtml?area=signals");
            assertThat(audit.locator("tbody tr").first()).containsText(SOURCE);
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void the_effect_of_another_fineness_is_seen_before_it_is_decided() {
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open(SETTINGS);
            decide(page, "Fine");
            ada.photograph("fineness");
            decide(page, "Standard");
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void tickets_of_named_hosts_alone_are_linked_once_they_are_named() {
        api.tell(aConversation(SOURCE, "settings-ticket", Instant.now().minus(Duration.ofHours(1)))
                .startsOn("web", "en", "T-77", "Robin")
                .visitorSays("Do you sell paper lanterns?")
                .couldNotBeAnswered("Do you sell paper lanterns?")
                .events());
        try (Visitor ada = screens.visitor(server)) {
            ada.signedInAs("ada");
            assertThat(Eventually.within(
                            Visitor.PATIENCE,
                            () -> ada.open("/knowledge/gaps.xhtml?q=lanterns")
                                            .locator("a.row-link")
                                            .count()
                                    == 1))
                    .isTrue();
            ada.page().locator("a.row-link").click();
            Locator asked = ada.page().locator("tbody tr");
            assertThat(asked.locator("a[target=_blank]")).hasAttribute("href", "https://helpdesk.example/tickets/T-77");
            String conversation = asked.locator("small a").getAttribute("href");
            List<String> shown = List.of(ada.page().url().replaceFirst("^https?://[^/]+", ""), conversation);

            Page page = ada.open(SETTINGS);
            page.fill("#hosts", "desk.example\nhttps://no-host/at/all");
            page.click("#link");
            assertThat(page.locator("#linked [role=alert]")).containsText("is no host, so nothing was saved");
            assertThat(page.locator("#hosts")).hasValue("desk.example\nhttps://no-host/at/all");
            ada.photograph("settings-tickets");
            name(ada, "*.Desk.example", "*.desk.example");
            shown.forEach(address -> {
                assertThat(ada.open(address).locator("main")).containsText("T-77");
                assertThat(ada.page().locator("main a[target=_blank]")).hasCount(0);
            });
            name(ada, "helpdesk.example", "helpdesk.example");
            shown.forEach(address -> assertThat(ada.open(address).locator("main a[target=_blank]"))
                    .hasCount(1));
            name(ada, "", "");
            assertThat(ada.open("/knowledge/audit.xhtml?area=ticket_links").locator("tbody tr"))
                    .hasCount(3);
            assertThat(ada.complaints()).isEmpty();
        }
    }

    private static void name(Visitor administrator, String typed, String kept) {
        Page page = administrator.open(SETTINGS);
        page.fill("#hosts", typed);
        page.click("#link");
        assertThat(page.locator("#linked [role=status]")).isVisible();
        assertThat(page.locator("#hosts")).hasValue(kept);
    }

    private static void decide(Page page, String fineness) {
        row(page, fineness).locator("button").click();
        assertThat(page.locator("#fineness")).containsText("then.", WITHIN_A_MINUTE);
        assertThat(row(page, fineness)).not().containsText("In use");
        page.click("#decide");
        assertThat(page.locator("#fineness")).containsText("The topics are being made anew.");
        assertThat(row(page, fineness)).containsText("In use");
    }

    private static Locator row(Page page, String name) {
        Locator called = page.locator("b", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")));
        return page.locator("#signals tbody tr, #topics tbody tr").filter(new Locator.FilterOptions().setHas(called));
    }
}
