package org.answerloop.system.outside;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.stream.Collectors;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Views that a person keeps: their own, by their own names. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class SavedViewsIT {

    private static final String REPORTS = "/reporting/index.xhtml";

    private final AnswerloopServer server;
    private final Screens screens;
    private final Visitor visitor;

    SavedViewsIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.visitor = screens.visitor(server);
    }

    @BeforeAll
    static void tellOfOneConversation(AnswerloopServer server) {
        Api.of(server)
                .tell(aConversation("/tests/views", "one", Instant.now().minusSeconds(3600))
                        .startsOn("views", "en")
                        .visitorSays("Hello")
                        .agentReplies("Hello")
                        .events());
    }

    @Test
    void a_view_is_kept_opened_renamed_and_deleted() {
        Page page = visitor.signedInAs("maya").open(REPORTS + "?period=weeks4&channel=views&compare=year");
        keep(page, "Monday <b>views</b>");
        assertThat(views(page)).hasText("Monday <b>views</b>");

        visitor.open(REPORTS);
        views(page).click();
        page.getByText("Monday <b>views</b>").click();
        assertThat(page.locator(
                        ".filters .pop-choice[aria-current]", new Page.LocatorOptions().setHasText("A year ago")))
                .hasCount(1);
        assertThat(page.url())
                .contains("period=weeks4")
                .contains("channel=views")
                .contains("compare=year");

        views(page).click();
        page.locator(".views-change summary").first().click();
        page.locator(".views-change input[name=name]").first().fill("Tuesday");
        page.locator(".views-change button").first().click();
        assertThat(views(page)).hasText("Tuesday");
        assertThat(page.url()).contains("channel=views");

        views(page).click();
        page.locator(".views-change summary").first().click();
        page.locator(".views-change .button-danger").first().click();
        assertThat(views(page)).hasText("Views");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void a_name_is_given_once_and_by_each_person() {
        Page page = visitor.signedInAs("edgar").open(REPORTS);
        keep(page, "Weekly");
        keep(page, "Weekly");
        assertThat(page.locator("[role=alert]")).containsText("already a view of that name");

        try (Visitor other = screens.visitor(server)) {
            Page theirs = other.signedInAs("vera").open(REPORTS);
            views(theirs).click();
            assertThat(theirs.locator(".views-list")).hasCount(0);
            keep(theirs, "Weekly");
            assertThat(views(theirs)).hasText("Weekly");
            assertThat(other.complaints()).isEmpty();
        }
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void another_site_keeps_no_view_in_somebodys_name() throws Exception {
        Page page = visitor.signedInAs("ada").open(REPORTS);
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));

        for (String[] header : new String[][] {
            {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://elsewhere.example"}
        }) {
            assertThat(post(cookies, header[0], header[1])).as(header[1]).isEqualTo(403);
        }
        assertThat(post(cookies, "Sec-Fetch-Site", "same-origin")).isEqualTo(303);
        visitor.open(REPORTS);
        views(page).click();
        assertThat(page.locator(".views-list li")).hasCount(1);
    }

    private int post(String cookies, String header, String value) throws Exception {
        URI address = server.address("/reporting/views");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString("do=keep&name=Forged&query="))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static void keep(Page page, String name) {
        if (!(Boolean) page.locator("details.views").evaluate("views => views.open")) {
            views(page).click();
        }
        page.fill("#view-name", name);
        page.click(".views-keep button");
    }

    private static Locator views(Page page) {
        return page.locator("details.views > summary");
    }
}
