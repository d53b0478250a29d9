package org.answerloop.system.outside;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.answerloop.connection.model.Platform;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.outside.GapDesk.asked;
import static org.answerloop.system.outside.GapDesk.open;
import static org.answerloop.system.outside.GapDesk.tick;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** What people enter in each form of topics, events, connections and the administration, with letters and signs of everywhere. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class EveryFormIT {

    private static final String TEXT = "é ß 漢 😀 ’ ; = <";
    private static final String CHANNEL = "every-form";
    private static final String SLEIGH = "Where do I rent a sleigh? " + TEXT;
    private static final String LAKE = "Is the lake frozen in March? " + TEXT;

    private final AnswerloopServer server;
    private final Screens screens;
    private final GapDesk desk;
    private final Api api;

    EveryFormIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.desk = new GapDesk(server, screens, CHANNEL);
        this.api = Api.of(server);
    }

    @BeforeAll
    static void whatWasNotAnswered(AnswerloopServer server) {
        GapDesk.hears(
                server,
                CHANNEL,
                2,
                asked(CHANNEL, "sleigh-1", SLEIGH),
                asked(CHANNEL, "sleigh-2", SLEIGH),
                asked(CHANNEL, "lake", LAKE));
    }

    @Test
    void a_topic_is_renamed_divided_put_together_dismissed_and_found_by_what_was_entered() {
        String title = "Traîneaux " + TEXT;
        String other = "Louer " + TEXT;
        String reason = "Plaisanterie " + TEXT;
        try (Visitor edgar = desk.edgar()) {
            Page page = edgar.page();
            assertThat(page.locator("a.row-link", new Page.LocatorOptions().setHasText(SLEIGH)))
                    .hasCount(1);
            open(page, SLEIGH);
            page.click("summary:has-text('Rename')");
            page.fill("#newTitle", title);
            page.click("#rename");
            assertThat(page.locator("h1")).containsText(title);

            tick(page, 0);
            page.click("summary:has-text('Split')");
            page.fill("#splitTitle", other);
            page.click("#split");
            assertThat(page.locator("h1")).containsText(other);
            page.click("summary:has-text('Merge')");
            page.fill("#mergeWords", title);
            page.click("#mergeFind");
            page.locator("#mergeFound label", new Page.LocatorOptions().setHasText(title))
                    .locator("input")
                    .check();
            page.click("#merge");
            assertThat(page.locator("[role=status]")).containsText("The topics are one now.");

            tick(page, 0);
            page.click("summary:has-text('Dismiss')");
            page.fill("#reason", reason);
            page.click("#dismiss");
            page.getByText("Show 1 dismissed question").click();
            assertThat(page.locator("tr.gone")).containsText(reason);
            assertThat(edgar.open(desk.list() + "&q=" + encoded("Louer")).locator("a.row-link"))
                    .hasText(other);
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    void an_answer_is_written_kept_as_a_draft_published_and_read_by_the_agent() {
        String question = "Le lac est-il gelé en mars ? " + TEXT;
        String answer = "À partir de −10 °C. " + TEXT + "\n«\u00a0漢字\u00a0» & <b>";
        try (Visitor edgar = desk.edgar()) {
            Page page = edgar.page();
            open(page, LAKE);
            page.fill("#question", question);
            page.fill("#text", answer);
            page.click("#save");
            assertThat(page.locator("[role=status]")).isVisible();
            page.reload();
            assertThat(page.locator("#question")).hasValue(question);
            assertThat(page.locator("#text")).hasValue(answer);

            page.click("#resolve");
            assertThat(page.locator("[role=status]")).containsText("The topic is resolved");
            assertThat(edgar.complaints()).isEmpty();
        }
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> api.get("/api/v1/answers?language=en&q=" + encoded(question))
                                .body()
                                .findValuesAsText("answer")
                                .contains(answer)))
                .isTrue();
    }

    @Test
    void a_reason_to_re_evaluate_stands_beside_the_earlier_verdict() {
        String source = "/tests/every form/" + TEXT;
        String reason = "Transmis à la main " + TEXT;
        ConversationStory story = aConversation(source, TEXT, Instant.now().minus(Duration.ofDays(5)))
                .startsOn("canal " + TEXT, "fr")
                .visitorSays("Où est mon colis ?")
                .agentReplies("Il est parti lundi.")
                .citing("Délais");
        api.tell(story.events());
        api.settledConversation(source, TEXT);
        List<String> events = story.isHandedOff("manual", "Solène " + TEXT).events();
        api.tell(events.subList(events.size() - 1, events.size()));
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open("/knowledge/reevaluations.xhtml");
            page.fill("#source", source);
            page.fill("#ids", TEXT);
            page.fill("#reason", reason);
            page.click("#order");
            assertThat(Eventually.within(
                            Visitor.PATIENCE,
                            () -> row(ada.open("/knowledge/reevaluations.xhtml"), reason)
                                    .allInnerTexts()
                                    .toString()
                                    .contains("1 changed")))
                    .isTrue();
            ada.open("/reporting/conversations.xhtml?metric=handled&channel=" + encoded("canal " + TEXT))
                    .locator("a.row-link")
                    .first()
                    .click();
            assertThat(ada.page().locator(".earlier-verdicts li")).containsText(reason);
            assertThat(ada.page().locator("main")).containsText("Solène " + TEXT);
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void a_channel_is_left_out_of_what_is_counted_and_a_host_that_is_none_is_given_back() {
        String channel = "salon " + TEXT;
        api.tell(aConversation("/tests/every form", "channel", Instant.now().minus(Duration.ofDays(1)))
                .startsOn(channel, "fr")
                .visitorSays("Bonjour")
                .agentReplies("Bonjour " + TEXT)
                .events());
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open("/knowledge/settings.xhtml");
            channel(page, channel).locator("button").click();
            assertThat(channel(page, channel)).containsText("Count");
            page.reload();
            assertThat(channel(page, channel)).containsText("Count");
            assertThat(row(ada.open("/knowledge/audit.xhtml?q=" + encoded("salon")), channel)
                            .first())
                    .isVisible();

            page = ada.open("/knowledge/settings.xhtml");
            page.fill("#hosts", TEXT);
            page.click("#link");
            assertThat(page.locator("#linked [role=alert]")).containsText("“😀” is no host, so nothing was saved.");
            assertThat(page.locator("#hosts")).hasValue(TEXT);
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void an_event_that_was_refused_is_mended_with_every_letter() {
        String id = "mended " + TEXT;
        String refused = aConversation("/tests/every form", id, Instant.now().minus(Duration.ofHours(1)))
                .startsOn("web", "fr")
                .visitorSays("Où est Zoé ? " + TEXT)
                .events()
                .get(1)
                .replace("\"kind\":\"visitor\"", "\"kind\":\"ghost\"");
        assertThat(api.send(Api.LINES, refused).text()).contains("rejected");
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open("/knowledge/events.xhtml");
            row(page, id).locator("a.row-link").first().click();
            String text = page.locator("#text").inputValue();
            assertThat(text).contains("Où est Zoé ? " + TEXT);
            page.fill("#text", text.replace("ghost", "visitor"));
            page.click("#replay");
            assertThat(page.locator("[role=status]")).hasText("The event was accepted.");
            assertThat(ada.complaints()).isEmpty();
        }
        assertThat(api.conversation("/tests/every form", id).body().findValuesAsText("text"))
                .contains("Où est Zoé ? " + TEXT);
    }

    @Test
    void what_a_platform_delivers_and_what_stands_in_a_file_of_events_is_told_unchanged() throws Exception {
        String source = "/tests/livré " + TEXT;
        String said = "Livré : " + TEXT + "\u2028 漢";
        String event = """
                {"specversion": "1.0", "id": "%s", "source": "%s", "type": "message.posted", "subject": "%s", "time": "%s",
                 "data": {"messageId": "m-1", "author": {"kind": "visitor"}, "text": "%s"}}""";
        try (Visitor ada = screens.visitor(server)) {
            Page page = ada.signedInAs("ada").open("/knowledge/connections.xhtml");
            page.selectOption("#platform", Platform.STANDARD_WEBHOOKS.name());
            page.fill("#name", "Livreur " + TEXT);
            page.fill("#source", source);
            page.click("#create");
            URI address = URI.create(page.locator("#made-address").innerText());
            String secret = page.locator("#made-secret").innerText();
            assertThat(Delivery.send(
                            address,
                            Platform.STANDARD_WEBHOOKS,
                            "every-form-1",
                            secret,
                            event.formatted("every-form-1", source, "webhook " + TEXT, Instant.now(), said)))
                    .isBetween(200, 202);
        }
        byte[] lines = event.formatted("every-form-2", source, "fichier " + TEXT, Instant.now(), said)
                .replaceAll("\\s*\n\\s*", " ")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(api.post("/api/v1/imports?name=" + encoded("lot " + TEXT + ".ndjson"), Api.LINES, lines)
                        .status())
                .isEqualTo(202);
        for (String id : List.of("webhook " + TEXT, "fichier " + TEXT)) {
            assertThat(Eventually.within(
                            Visitor.PATIENCE,
                            () -> api.conversation(source, id)
                                    .body()
                                    .findValuesAsText("text")
                                    .contains(said)))
                    .as(id)
                    .isTrue();
        }
    }

    private static Locator row(Page page, String text) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator channel(Page page, String channel) {
        return page.locator("#counting li", new Page.LocatorOptions().setHasText(channel));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
