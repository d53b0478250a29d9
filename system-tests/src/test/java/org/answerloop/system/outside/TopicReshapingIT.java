package org.answerloop.system.outside;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.outside.GapDesk.asked;
import static org.answerloop.system.outside.GapDesk.open;
import static org.answerloop.system.outside.GapDesk.tick;
import static org.assertj.core.api.Assertions.assertThat;

/** Editors give topics other names, and put their questions together as they belong together. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class TopicReshapingIT {

    private static final String CHANNEL = "reshaping";
    private static final String PARKING = "Is there parking at the station?";
    private static final String BICYCLE = "Can I take my bicycle on the night train?";
    private static final String NEWSLETTER = "How do I cancel the newsletter?";

    private final GapDesk desk;

    TopicReshapingIT(AnswerloopServer server, Screens screens) {
        this.desk = new GapDesk(server, screens, CHANNEL);
    }

    @BeforeAll
    static void whatWasNotAnswered(AnswerloopServer server) {
        GapDesk.hears(
                server,
                CHANNEL,
                3,
                asked(CHANNEL, "parking-1", PARKING),
                asked(CHANNEL, "parking-2", PARKING),
                asked(CHANNEL, "bicycle", BICYCLE),
                asked(CHANNEL, "newsletter", NEWSLETTER));
    }

    @Test
    void a_topic_is_renamed_split_merged_and_its_questions_moved() {
        try (Visitor edgar = desk.edgar()) {
            Page page = edgar.page();
            open(page, PARKING);
            page.click("summary:has-text('Rename')");
            page.fill("#newTitle", "Parking <i>and</i> ride");
            page.click("#rename");
            assertThat(page.locator("h1")).containsText("Parking <i>and</i> ride");

            tick(page, 0);
            page.click("summary:has-text('Split')");
            page.fill("#splitTitle", "Parking overnight");
            page.click("#split");
            assertThat(page.locator("h1")).containsText("Parking overnight");
            assertThat(page.locator("tbody .asked")).hasCount(1);

            page.check("thead input[data-select=all]");
            page.click("summary:has-text('Move')");
            page.fill("#moveWords", "and</i> RIDE");
            page.locator("#moveWords").press("Enter");
            page.locator("#moveFound input").check();
            page.click("#move");
            assertThat(page.locator("h1")).containsText("Parking <i>and</i> ride");
            assertThat(page.locator("tbody .asked")).hasCount(2);

            page.click("summary:has-text('Merge')");
            page.fill("#mergeWords", "no such topic at all");
            page.click("#mergeFind");
            assertThat(page.locator("#mergeFound")).containsText("No topic of this language fits.");
            page.fill("#mergeWords", "bicycle");
            page.click("#mergeFind");
            page.locator("#mergeFound input").check();
            page.click("#merge");
            assertThat(page.locator("[role=status]")).containsText("The topics are one now.");
            assertThat(page.locator("tbody .asked")).hasCount(3);
            assertThat(page.locator("tbody")).containsText(BICYCLE);
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    void a_form_that_is_sent_before_the_scripts_of_its_page_have_come_is_taken_all_the_same() {
        try (Visitor edgar = desk.edgar()) {
            Page page = edgar.page();
            page.route(Pattern.compile(".*\\.js[.?].*"), Route::abort);
            open(page, NEWSLETTER);
            page.click("summary:has-text('Rename')");
            page.fill("#newTitle", NEWSLETTER + " For good?");
            page.click("#rename");

            assertThat(page.locator("[role=status]")).containsText("The topic has a new title.");
            assertThat(page.locator("h1")).containsText("For good?");
        }
    }
}
