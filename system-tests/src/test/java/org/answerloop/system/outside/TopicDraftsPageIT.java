package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** A topic is not always answered in one go, nor always by a new answer. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class TopicDraftsPageIT {

    private static final String GAPS = "/knowledge/gaps.xhtml?channel=draftdesk";

    private final AnswerloopServer server;
    private final Screens screens;
    private final SeatOffice seats;
    private final Api api;

    TopicDraftsPageIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.seats = new SeatOffice(screens, server);
        this.api = Api.of(server);
    }

    @BeforeEach
    void edgarHasASeat() {
        screens.visitor(server).signedInAs("edgar").open(GAPS);
        seats.give("edgar");
    }

    @AfterEach
    void edgarHasNone() {
        seats.takeFrom("edgar");
    }

    @Test
    void a_draft_is_there_when_the_topic_is_opened_again_and_resolves_it_when_it_is_finished() {
        String question = "May I moor my boat overnight?";
        ask("boat", question);
        try (Visitor edgar = screens.visitor(server, 390, 844, ColorScheme.DARK);
                Visitor vera = screens.visitor(server)) {
            Page page = opened(edgar.signedInAs("edgar"), question);
            page.click("#save");
            assertThat(page.locator("[role=alert]")).containsText("Give the short answer");
            page.fill("#text", "Yes, at pier <b>four</b>, until");
            page.click("#save");
            assertThat(page.locator("[role=status]")).containsText("The draft is saved");
            assertThat(page.locator("h1")).containsText("open");
            assertThat(api.get("/api/v1/answers?language=en&q=moor%20boat").text())
                    .doesNotContain("pier");

            assertThat(opened(vera.signedInAs("vera"), question).locator("main"))
                    .containsText("edgar saved this draft on");
            page = opened(edgar, question);
            assertThat(page.locator("#text")).hasValue("Yes, at pier <b>four</b>, until");
            assertThat(edgar.hasToScrollSideways()).isFalse();
            assertThat(Axe.violations(page)).isEmpty();
            edgar.photograph("topic-draft-390-dark");

            page.fill("#text", "Yes, at pier <b>four</b>, until ten.");
            page.click("#resolve");
            assertThat(page.locator("[role=status]")).containsText("The topic is resolved");
            page.locator("a[href^='answer.xhtml']").first().click();
            assertThat(page.locator(".revisions li")).hasCount(2);
            assertThat(edgar.complaints()).isEmpty();
            assertThat(vera.complaints()).isEmpty();
        }
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> api.get("/api/v1/answers?language=en&q=moor%20boat")
                                .text()
                                .contains("until ten.")))
                .isTrue();
    }

    @Test
    void an_answer_that_says_nearly_this_already_resolves_the_topic() {
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open("/knowledge/answer.xhtml");
            page.fill("#question", "Is there a discount for students?");
            page.fill("#text", "Students travel at half the fare.");
            page.click("#publish");
            assertThat(page.locator("[role=status]")).containsText("The answer is published");
            String question = "Is there any discount for students?";
            ask("students", question);

            Locator similar = page.locator(".beside li")
                    .filter(new Locator.FilterOptions().setHasText("Students travel at half the fare."));
            assertThat(Eventually.within(Visitor.PATIENCE, () -> {
                        opened(edgar, question);
                        return similar.count() == 1;
                    }))
                    .isTrue();
            assertThat(similar).containsText("similarity");
            edgar.photograph("topic-similar");
            similar.locator("button").click();

            assertThat(page.locator("[role=status]")).containsText("The topic is resolved");
            assertThat(page.locator("a[href^='answer.xhtml']").first()).hasText("Is there a discount for students?");
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    void a_question_that_comes_again_reopens_its_topic_which_its_answer_resolves_again() {
        String question = "How deep is the harbour basin?";
        ask("basin", question);
        try (Visitor edgar = screens.visitor(server)) {
            Page page = opened(edgar.signedInAs("edgar"), question);
            page.fill("#text", "Four metres at low tide.");
            page.click("#resolve");
            assertThat(page.locator("[role=status]")).containsText("The topic is resolved");

            ask("basin again", question, Instant.now());

            assertThat(opened(edgar, question).locator("h1")).containsText("reopened once");
            assertThat(page.locator("main")).containsText("The question came again after its answer: once");
            edgar.photograph("topic-reopened");
            page.click("#resolveAgain");
            assertThat(page.locator("[role=status]")).containsText("The topic is resolved");
            assertThat(page.locator("a[href^='answer.xhtml']").first()).hasText(question);
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    void a_draft_that_was_saved_meanwhile_is_not_overwritten_by_who_has_only_dismissed_a_question() {
        String question = "Where do I empty the bilge tank?";
        ask("bilge", question);
        ask("bilge again", question);
        try (Visitor first = screens.visitor(server);
                Visitor second = screens.visitor(server)) {
            Page open = opened(second.signedInAs("edgar"), question);
            Page faster = opened(first.signedInAs("edgar"), question);
            faster.fill("#text", "At the pump on pier two.");
            faster.click("#save");
            assertThat(faster.locator("[role=status]")).containsText("The draft is saved");

            GapDesk.tick(open, 0);
            open.click("summary:has-text('Dismiss')");
            open.click("#dismiss");
            assertThat(open.locator("[role=status]")).containsText("The question is dismissed.");
            open.fill("#text", "Somewhere else.");
            open.click("#save");
            assertThat(open.locator("[role=alert]")).containsText("edgar");
            assertThat(open.locator("#text")).hasValue("Somewhere else.");

            assertThat(opened(first, question).locator("#text")).hasValue("At the pump on pier two.");
            assertThat(second.complaints()).isEmpty();
        }
    }

    private void ask(String id, String question) {
        ask(id, question, Instant.now().minus(Duration.ofDays(1)));
    }

    private void ask(String id, String question, Instant at) {
        api.tell(aConversation("/tests/draftdesk", id, at)
                .startsOn("draftdesk", "en")
                .couldNotBeAnswered(question)
                .events());
    }

    /** The topic of that question, once it has one. */
    private static Page opened(Visitor visitor, String question) {
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> title(visitor.open(GAPS), question).count() == 1))
                .isTrue();
        title(visitor.page(), question).click();
        visitor.page().waitForURL(address -> address.contains("topic.xhtml"));
        return visitor.page();
    }

    private static Locator title(Page page, String question) {
        return page.locator("a.row-link", new Page.LocatorOptions().setHasText(question));
    }
}
