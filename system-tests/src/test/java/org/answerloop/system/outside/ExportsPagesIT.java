package org.answerloop.system.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({RunningServer.class, InTheBrowser.class})
class ExportsPagesIT {

    private static final String SOURCE = "/tests/exports";
    private static final String CHANNEL = "=1+1";
    private static final String FILTER = "?period=weeks4&channel=%3D1%2B1";

    private static boolean told;

    private final AnswerloopServer server;
    private final Visitor visitor;

    ExportsPagesIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.visitor = screens.visitor(server);
        if (!told) {
            Api api = Api.of(server);
            List.of("one", "two", "three").forEach(id -> api.tell(story(id).events()));
            told = true;
        }
    }

    private static ConversationStory story(String id) {
        return aConversation(SOURCE, id, Instant.now().minus(Duration.ofDays(7)))
                .startsOn(CHANNEL, "en")
                .visitorSays("@SUM(A1) " + id)
                .agentReplies("It is on its way.")
                .citing("Delivery times");
    }

    @Test
    void a_card_is_taken_along_in_every_format_with_the_figure_of_the_screen() throws IOException {
        Page page = visitor.signedInAs("maya").open("/reporting/index.xhtml" + FILTER);
        Locator card = page.locator("section.card", new Page.LocatorOptions().setHasText("Conversations handled"))
                .first();
        assertThat(card.locator(".figure a")).hasText("3");
        List<Locator> choices = card.locator(".card-export .pop-choice").all();
        assertThat(choices).hasSize(5);

        String csv = text(download(page, card, 0));
        assertThat(csv).contains("Handled,3").contains("\r\nChannel,\"'=1+1\"").contains("Day,Handled");
        assertThat(text(download(page, card, 1))).contains("Handled;3");
        assertThat(Files.readAllBytes(download(page, card, 3))).startsWith('P', 'K');
        assertThat(text(download(page, card, 4))).startsWith("%PDF");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void the_whole_page_is_taken_along() throws IOException {
        Page page = visitor.signedInAs("maya").open("/reporting/index.xhtml" + FILTER);
        for (String format : List.of("PDF", "Excel")) {
            visitor.open("/reporting/index.xhtml" + FILTER);
            page.locator(".page-actions summary", new Page.LocatorOptions().setHasText("Export all"))
                    .click();
            Download file = page.waitForDownload(
                    () -> page.locator(".page-actions .pop-choice", new Page.LocatorOptions().setHasText(format))
                            .first()
                            .click());
            assertThat(file.suggestedFilename()).startsWith("answerloop-reports-");
            assertThat(Files.size(file.path())).isGreaterThan(5_000);
        }
    }

    @Test
    void a_list_is_ordered_watched_and_taken_along() throws IOException {
        Page page = visitor.signedInAs("maya").open("/reporting/conversations.xhtml" + FILTER + "&metric=handled");
        page.locator(".page-actions summary").click();
        page.locator(".page-actions .pop-choice").first().click();
        page.waitForURL(address -> address.endsWith("/exports.xhtml"));
        Locator row = page.locator("#exports tbody tr").first();
        Locator link = row.locator("a.button");
        assertThat(link).isVisible();
        assertThat(row).containsText("3 rows");
        Download file = page.waitForDownload(link::click);
        String csv = text(file.path());
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("'=1+1").contains("'@SUM(A1) one").contains("'@SUM(A1) three");
        visitor.photograph("exports");

        row.locator("button").click();
        assertThat(page.locator("#exports")).not().containsText("CSV");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void whoever_only_looks_is_offered_no_file_and_gets_none() {
        Page page = visitor.signedInAs("vera").open("/reporting/index.xhtml" + FILTER);
        assertThat(page.locator(".card-export")).hasCount(0);
        Browsing viewer = Browsing.on(server);
        viewer.signsIn("vera", "vera");
        assertThat(viewer.open("/reporting/export/handled.csv").statusCode()).isEqualTo(403);
        assertThat(viewer.open("/reporting/exports.xhtml").statusCode()).isEqualTo(403);
        assertThat(viewer.open("/reporting/subscriptions.xhtml").statusCode()).isEqualTo(403);
    }

    @Test
    void without_a_mail_server_it_is_said_that_there_are_no_subscriptions() {
        Page page = visitor.signedInAs("maya").open("/reporting/index.xhtml");
        page.locator(".page-actions a", new Page.LocatorOptions().setHasText("Send weekly"))
                .click();
        assertThat(page.locator("main")).containsText("Subscriptions are not available");
        assertThat(page.locator("main form")).hasCount(0);
    }

    private static Path download(Page page, Locator card, int choice) {
        if (card.locator(".card-export").getAttribute("open") == null) {
            card.locator(".card-export summary").click();
        }
        Download file = page.waitForDownload(
                () -> card.locator(".card-export .pop-choice").nth(choice).click());
        return file.path();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
