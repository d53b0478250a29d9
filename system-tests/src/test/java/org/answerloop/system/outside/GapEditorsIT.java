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
import static org.assertj.core.api.Assertions.assertThat;

/** Who may close a knowledge gap, what the others see, and who of two was faster. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class GapEditorsIT {

    private static final String CHANNEL = "editors";
    private static final String BREAKFAST = "Do you serve a vegan breakfast?";
    private static final String PASSWORD = "How do I reset my password?";
    private static final String REFUND = "When will my refund arrive?";

    private final AnswerloopServer server;
    private final Screens screens;
    private final GapDesk desk;

    GapEditorsIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.desk = new GapDesk(server, screens, CHANNEL);
    }

    @BeforeAll
    static void whatWasNotAnswered(AnswerloopServer server) {
        GapDesk.hears(
                server,
                CHANNEL,
                3,
                asked(CHANNEL, "breakfast-1", BREAKFAST),
                asked(CHANNEL, "breakfast-2", BREAKFAST),
                asked(CHANNEL, "breakfast-3", BREAKFAST),
                asked(CHANNEL, "password", PASSWORD),
                asked(CHANNEL, "refund-1", REFUND),
                asked(CHANNEL, "refund-2", REFUND));
    }

    @Test
    void whoever_may_not_edit_sees_what_is_there_what_is_missing_and_who_can_give_it() {
        desk.takeSeat();
        try (Visitor edgar = screens.visitor(server)) {
            Page page = edgar.signedInAs("edgar").open(desk.list());
            assertThat(page.locator("a.row-link")).hasCount(3);
            assertThat(page.locator(".who-name")).containsText("no seat");
            assertThat(page.locator("main")).containsText("one of the 5 paid seats");
            assertThat(page.locator("main input[type=checkbox]")).hasCount(0);
            open(page, BREAKFAST);
            assertThat(page.locator("main")).containsText("An Answerloop administrator gives it");
            assertThat(page.locator("tbody .asked")).hasCount(3);
            assertThat(page.locator("#resolve, #text, #dismiss, #rename")).hasCount(0);
            assertThat(edgar.complaints()).isEmpty();
        }
        try (Visitor vera = screens.visitor(server)) {
            assertThat(vera.signedInAs("vera").open(desk.list()).locator("main"))
                    .containsText("the role of an editor, from the registry");
        }
    }

    @Test
    void a_viewer_who_forges_the_button_that_they_do_not_see_changes_nothing() {
        String topic;
        try (Visitor edgar = desk.edgar()) {
            topic = row(edgar.page(), PASSWORD).locator("input[name=topic]").getAttribute("value");
        }
        try (Visitor vera = screens.visitor(server)) {
            Page page = vera.signedInAs("vera").open(desk.list());
            String answer = (String) page.evaluate("""
                    async (topic) => {
                      const form = new URLSearchParams(new FormData(document.getElementById("gaps")));
                      form.append("topic", topic);
                      form.append("dismiss", "dismiss");
                      const answer = await fetch("gaps.xhtml", { method: "POST", body: form });
                      return answer.status + " " + (await answer.text());
                    }""", topic);
            assertThat(answer)
                    .startsWith("200 ")
                    .contains("you need the role of an editor")
                    .doesNotContain("is dismissed");
            assertThat(row(vera.open(desk.list()), PASSWORD)).containsText("open");
        }
    }

    @Test
    void the_second_of_two_editors_learns_who_was_faster_and_keeps_what_they_wrote() {
        try (Visitor first = desk.edgar();
                Visitor second = desk.edgar()) {
            Page slow = second.page();
            open(slow, REFUND);
            slow.fill("#text", "Written by the second.");
            Page fast = first.page();
            open(fast, REFUND);
            fast.fill("#text", "Within five days.");
            fast.click("#resolve");
            assertThat(fast.locator("h1")).containsText("resolved");

            slow.click("#resolve");

            assertThat(slow.locator("[role=alert]")).containsText("edgar resolved this topic on");
            assertThat(slow.locator("h1")).containsText("resolved");
            assertThat(slow.locator("#text")).hasValue("Written by the second.");
            second.photograph("topic-second-editor");
            assertThat(second.complaints()).isEmpty();

            fast.click("#reopen");
            assertThat(fast.locator("h1")).containsText("open");
        }
    }

    @Test
    void whoever_loses_the_seat_while_typing_changes_nothing_and_keeps_the_text() {
        try (Visitor edgar = desk.edgar()) {
            Page page = edgar.page();
            open(page, BREAKFAST);
            page.fill("#text", "Typed without a seat.");
            desk.takeSeat();

            page.click("#resolve");

            assertThat(page.locator("[role=alert]")).containsText("paid seat");
            assertThat(page.locator("#text")).hasValue("Typed without a seat.");
            assertThat(page.locator("h1")).containsText("open");
            assertThat(page.locator(".who-name")).containsText("seat 1 of 5");
        }
    }
}
