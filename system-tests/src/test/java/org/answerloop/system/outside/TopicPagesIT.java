package org.answerloop.system.outside;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.outside.GapDesk.asked;
import static org.answerloop.system.outside.GapDesk.open;
import static org.answerloop.system.outside.GapDesk.tick;
import static org.assertj.core.api.Assertions.assertThat;

/** How the pages of the topics look, whatever stands on them. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TopicPagesIT {

    private static final String CHANNEL = "topicpages";
    private static final String ELSEWHERE = "elsewhere";
    private static final String DRESS = "Is there a dress code for the opera?";
    private static final String HOSTILE =
            "=cmd|' /C calc'!A1 <img src=x onerror=\"document.title='hacked'\"> {{7*7}} #{7*7}";

    private final GapDesk desk;

    TopicPagesIT(AnswerloopServer server, Screens screens) {
        this.desk = new GapDesk(server, screens, CHANNEL);
    }

    @BeforeAll
    static void whatWasNotAnswered(AnswerloopServer server) {
        GapDesk.hears(
                server,
                CHANNEL,
                2,
                asked(CHANNEL, "dress-1", DRESS),
                asked(CHANNEL, "dress-2", DRESS),
                asked(CHANNEL, "hostile", HOSTILE));
        GapDesk.hears(server, ELSEWHERE, 1, asked(ELSEWHERE, "dress-3", DRESS));
    }

    @Test
    @Order(1)
    void what_visitors_write_is_text_and_nothing_else() {
        try (Visitor edgar = desk.edgar()) {
            Page page = edgar.page();
            open(page, HOSTILE);
            assertThat(page.locator("h1")).containsText(HOSTILE);
            assertThat(page.locator("tbody .asked")).hasText(HOSTILE);
            page.fill("#text", HOSTILE);
            page.click("#resolve");
            assertThat(page.locator("[role=status]")).containsText("The topic is resolved");
            assertThat(page.locator("main img")).hasCount(0);
            assertThat(page.title()).startsWith(HOSTILE);
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void a_topic_shows_what_its_list_shows_and_says_so_and_leads_back_to_that_list() {
        String list = "/knowledge/gaps.xhtml?channel=" + ELSEWHERE + "&q=dress";
        try (Visitor edgar = desk.edgar()) {
            Page page = edgar.open(list);
            assertThat(page.locator("a.row-link")).hasCount(1);
            open(page, DRESS);
            assertThat(page.locator("tbody .asked")).hasCount(1);
            assertThat(page.locator(".lead")).containsText("1 conversation,");
            assertThat(page.locator("main")).containsText("those of the list that you come from: " + ELSEWHERE);
            edgar.photograph("topic-narrowed");

            page.getByText("Show the whole topic").click();
            assertThat(page.locator("tbody .asked")).hasCount(3);
            assertThat(page.locator(".lead")).containsText("3 conversations,");
            page.getByText("Show what the list shows").click();
            assertThat(page.locator("tbody .asked")).hasCount(1);

            page.locator(".crumb a").click();
            assertThat(page).hasURL(Pattern.compile(".*/gaps\\.xhtml\\?channel=elsewhere&q=dress$"));
            assertThat(page.locator("a.row-link")).hasCount(1);
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} × {1}, {2}, {3}")
    @CsvSource({"1440, 900, LIGHT, fr", "1440, 900, DARK, en", "390, 844, LIGHT, en", "390, 844, DARK, fr"})
    @Order(3)
    void the_pages_fit_their_screens_and_stand_in_nobodys_way(
            int width, int height, ColorScheme scheme, String language) {
        try (Visitor edgar = desk.edgar(width, height, scheme)) {
            edgar.open("/reporting/");
            if (language.equals("fr")) {
                // On a small screen it is in the menu, which is closed.
                edgar.page().evaluate("document.querySelector('[name=language][value=fr]').click()");
            }
            assertThat(edgar.page().locator("html")).hasAttribute("lang", language);
            for (String address :
                    List.of(desk.list(), desk.list() + "&state=resolved", desk.list() + "&q=nobody-asked-this")) {
                look(edgar, edgar.open(address), "topics", width, scheme);
            }
            Page page = edgar.open(desk.list());
            open(page, DRESS);
            tick(page, 0);
            look(edgar, page, "topic", width, scheme);
            page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })");
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(edgar.complaints()).isEmpty();
        }
    }

    private static void look(Visitor visitor, Page page, String name, int width, ColorScheme scheme) {
        visitor.photograph(name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
        assertThat(visitor.hasToScrollSideways())
                .as("%s has to be scrolled sideways", page.url())
                .isFalse();
        assertThat(Axe.violations(page)).isEmpty();
    }
}
