package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** A desk on a channel of its own, where visitors ask what the customer agent does not know, and edgar, who looks after its topics. */
final class GapDesk {

    private final AnswerloopServer server;
    private final Screens screens;
    private final String channel;

    GapDesk(AnswerloopServer server, Screens screens, String channel) {
        this.server = server;
        this.screens = screens;
        this.channel = channel;
    }

    /** Tells of what was asked, and waits until it is so many topics. */
    static void hears(AnswerloopServer server, String channel, int topics, ConversationStory... stories) {
        Api.of(server)
                .tell(Arrays.stream(stories)
                        .flatMap(story -> story.events().stream())
                        .toList());
        Browsing vera = Browsing.on(server);
        assertThat(vera.signsIn("vera", "vera")).isTrue();
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> vera.open(listOf(channel)).body().split("class=\"row-link\"").length - 1 == topics))
                .isTrue();
    }

    /** A question that the agent passes on, in English. */
    static ConversationStory asked(String channel, String id, String question) {
        return aConversation(source(channel), id, Instant.now().minus(Duration.ofDays(5)))
                .startsOn(channel, "en", "T-" + id, "Robin")
                .visitorSays(question)
                .couldNotBeAnswered(question)
                .agentReplies("Let me ask.");
    }

    static String source(String channel) {
        return "/tests/" + channel;
    }

    private static String listOf(String channel) {
        return "/knowledge/gaps.xhtml?channel=" + channel;
    }

    /** The address of the open topics. */
    String list() {
        return listOf(channel);
    }

    /** In front of the list, with a seat. */
    Visitor edgar() {
        return seated(screens.visitor(server));
    }

    Visitor edgar(int width, int height, ColorScheme scheme) {
        return seated(screens.visitor(server, width, height, scheme));
    }

    private Visitor seated(Visitor edgar) {
        Page page = edgar.signedInAs("edgar").open(list());
        if (page.locator(".who-name").textContent().contains("no seat")) {
            new SeatOffice(screens, server).give("edgar");
            edgar.open(list());
        }
        return edgar;
    }

    /** Waits until the topics are among what was counted beforehand, as the number of all gaps in the menu is. */
    void untilCounted(Visitor visitor, String... titles) {
        assertThat(Eventually.within(Visitor.PATIENCE, () -> {
                    Page all = visitor.open("/knowledge/gaps.xhtml");
                    return Arrays.stream(titles)
                            .allMatch(title -> row(all, title).count() == 1);
                }))
                .isTrue();
    }

    /** Edgar goes without from now on. */
    void takeSeat() {
        new SeatOffice(screens, server).takeFrom("edgar");
    }

    /** The row of a topic in the list. */
    static Locator row(Page page, String title) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(title));
    }

    /** From the list to a topic. */
    static void open(Page page, String title) {
        row(page, title).locator("a.row-link").click();
        page.waitForURL(address -> address.contains("topic.xhtml"));
    }

    /** Chooses one of the questions of a topic. */
    static void tick(Page page, int row) {
        page.locator("tbody input[name=asked]").nth(row).check();
    }
}
