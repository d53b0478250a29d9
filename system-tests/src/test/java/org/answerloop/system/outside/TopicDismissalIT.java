package org.answerloop.system.outside;

import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.outside.GapDesk.asked;
import static org.answerloop.system.outside.GapDesk.open;
import static org.answerloop.system.outside.GapDesk.row;
import static org.answerloop.system.outside.GapDesk.tick;
import static org.assertj.core.api.Assertions.assertThat;

/** What is nobody's business is dismissed or snoozed, and comes back. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class TopicDismissalIT {

    private static final String CHANNEL = "poolside";
    private static final String POOL = "Is the swimming pool heated?";
    private static final String CAT = "Which vaccinations does my cat need?";

    private final GapDesk desk;

    TopicDismissalIT(AnswerloopServer server, Screens screens) {
        this.desk = new GapDesk(server, screens, CHANNEL);
    }

    @BeforeAll
    static void whatWasNotAnswered(AnswerloopServer server) {
        GapDesk.hears(
                server,
                CHANNEL,
                2,
                asked(CHANNEL, "pool-1", POOL),
                asked(CHANNEL, "pool-2", POOL),
                asked(CHANNEL, "cat-1", CAT),
                asked(CHANNEL, "cat-2", CAT));
    }

    @Test
    void a_question_is_dismissed_with_a_reason_taken_back_shown_and_restored() {
        try (Visitor edgar = desk.edgar()) {
            Page page = edgar.page();
            open(page, POOL);
            tick(page, 0);
            assertThat(page.locator(".bulk-count")).hasText("1 of 2 selected");
            dismiss(page, "Asked in <jest>");
            assertThat(page.locator("[role=status]")).containsText("The question is dismissed.");
            assertThat(page.locator("tbody .asked")).hasCount(1);
            page.click("#undo");
            assertThat(page.locator("[role=status]")).containsText("The question counts again.");
            assertThat(page.locator("tbody .asked")).hasCount(2);

            tick(page, 0);
            dismiss(page, "Asked in <jest>");
            assertThat(page.locator("tbody .asked")).hasCount(1);
            page.getByText("Show 1 dismissed question").click();
            assertThat(page.locator("tr.gone")).containsText("Asked in <jest>");
            assertThat(page.locator("tr.gone")).containsText("edgar");
            page.locator("tr.gone input").check();
            page.click("#restoreQuestions");
            assertThat(page.locator("tr.gone")).hasCount(0);
            assertThat(page.locator("tbody .asked")).hasCount(2);
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    void the_box_at_the_head_of_the_table_dismisses_the_whole_topic_until_that_is_taken_back() {
        try (Visitor edgar = desk.edgar()) {
            desk.untilCounted(edgar, POOL, CAT);
            Page page = edgar.open(desk.list());
            open(page, POOL);
            page.check("thead input[data-select=all]");
            assertThat(page.locator(".bulk-count")).hasText("The whole topic is selected");
            String open = page.locator("[data-count=gaps]").textContent();
            dismiss(page, "");
            assertThat(page.locator("h1")).containsText("dismissed");
            assertThat(page.locator("[data-count=gaps]")).not().hasText(open);
            page.click("#undo");
            assertThat(page.locator("h1")).containsText("open");
            assertThat(page.locator("[data-count=gaps]")).hasText(open);

            page = edgar.open(desk.list());
            row(page, POOL).locator("input").check();
            row(page, CAT).locator("input").check();
            assertThat(page.locator(".bulk-count")).hasText("2 topics selected");
            page.locator("summary", new Page.LocatorOptions().setHasText("Snooze"))
                    .click();
            page.fill("#snoozeUntil", "2999-12-31");
            page.locator("#snoozeUntil").press("Enter");
            assertThat(page.locator("[role=status]")).containsText("2 topics are snoozed.");
            assertThat(row(page, CAT)).hasCount(0);
            page.click("#undo");
            assertThat(page.locator("[role=status]")).containsText("2 topics are listed again.");
            assertThat(row(page, CAT)).hasCount(1);
            page.click("summary:has-text('Dismiss')");
            page.click("#dismiss");
            assertThat(page.locator("[role=alert]")).containsText("Tick at least one first.");
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    private static void dismiss(Page page, String reason) {
        page.click("summary:has-text('Dismiss')");
        page.fill("#reason", reason);
        page.click("#dismiss");
    }
}
