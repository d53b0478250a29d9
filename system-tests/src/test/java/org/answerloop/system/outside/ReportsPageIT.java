package org.answerloop.system.outside;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Every report of known conversations: its figure, its picture, its table, and exactly the conversations behind each. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class ReportsPageIT {

    private static final String REPORTS = "/reporting/index.xhtml?" + Museum.QUERY;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Visitor visitor;

    ReportsPageIT(AnswerloopServer server, Screens screens) {
        this.visitor = screens.visitor(server);
    }

    @BeforeAll
    static void tellOfTheMuseum(AnswerloopServer server) {
        Museum.tellOf(Api.of(server));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            handled            | 6       | one pending                                                | 6
            handled_by_channel | One     | museum leads with 100%                                     | 6
            feedback           | 2       | 50% helpful                                                | 2
            handle_rate        | 85.7%   | 6 of 7 eligible                                            | 7
            resolution_rate    | 40.0%   | 2 of 5 settled · one pending · ends between 33.3% and 50.0% | 5
            resolved           | 2       | one pending                                                | 2
            deflection_rate    | 60.0%   | 3 of 5 settled · one pending · ends between 50.0% and 66.7% | 5
            deflected          | 3       | one pending                                                | 3
            team_resolved      | 5       | leads with 40%                                             | 5
            time_to_resolution | 2 min   | mean over 2 resolved                                       | 2
            handoffs           | 2       | 50% by the customer agent                                  | 2
            handoff_rate       | 33.3%   | 2 of 6 handled                                             | 6
            handoff_outcome    | 100.0%  | 2 of 2 handed off                                          | 2""")
    void a_report_shows_its_figure_and_leads_to_just_so_many_conversations(
            String metric, String figure, String detail, int rows) {
        Page page = visitor.signedInAs("maya").open(REPORTS);

        assertThat(card(page, metric).locator(".figure")).containsText(figure);
        assertThat(card(page, metric).locator(".figure")).containsText(detail);
        card(page, metric).locator(".card-foot a").click();

        assertThat(page.locator("h1")).containsText(rows == 1 ? "One" : String.valueOf(rows));
        assertThat(page.locator("table.rows tbody tr")).hasCount(rows);
        assertThat(visitor.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"handled", "feedback", "resolved", "deflected", "handoffs", "handled_by_channel", "team_resolved"
            })
    void the_picture_and_the_table_of_a_count_hold_as_much_as_its_figure(String metric) {
        Page page = visitor.signedInAs("maya").open(REPORTS);
        Locator card = card(page, metric);
        int total = number(card.locator(".card-foot a").textContent());

        assertThat(sum(card.locator(".bar").evaluateAll("bars => bars.map(bar => bar.dataset.value)")))
                .isEqualTo(total);
        card.locator(".card-switch").click();
        assertThat(card.locator("table")).isVisible();
        assertThat(sum(card.locator("tbody tr td:nth-child(2)").allTextContents()))
                .isEqualTo(total);
        assertThat(visitor.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"handled", "feedback", "resolved", "deflected", "handoffs", "handled_by_channel", "team_resolved"
            })
    void every_number_of_a_table_leads_to_just_so_many_conversations(String metric) {
        Page page = visitor.signedInAs("maya").open(REPORTS);
        Locator links = card(page, metric).locator("tbody a");
        List<String> counts = links.allTextContents();
        List<?> addresses = (List<?>) links.evaluateAll("links => links.map(link => link.href)");

        for (int i = 0; i < counts.size(); i++) {
            if (number(counts.get(i)) > 0) {
                page.navigate(addresses.get(i).toString());
                assertThat(page.locator("table.rows tbody tr")).hasCount(number(counts.get(i)));
            }
        }
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void a_bar_leads_to_its_conversations_and_says_what_it_counts() {
        Page page = visitor.signedInAs("maya").open(REPORTS);
        Locator bar = card(page, "handoffs").locator(".bar").first();

        bar.hover();
        assertThat(page.locator(".tip")).containsText("By the customer agent: 1");
        bar.click();

        assertThat(page.locator("table.rows tbody tr")).hasCount(1);
        assertThat(page.locator(".lead")).containsText("By the customer agent");
        assertThat(page.locator("table.rows")).containsText("May I bring my parrot?");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void what_may_still_change_is_hatched_or_dashed_and_says_how_many_are_awaited() {
        Page page = visitor.signedInAs("maya").open(REPORTS);

        assertThat(page.locator(".note")).containsText("One conversation of these dates still runs its 72 hours");
        assertThat(card(page, "resolved").locator(".legend")).containsText("may still change");
        assertThat(card(page, "handled").locator(".bar.provisional")).hasCount(1);
        assertThat(card(page, "handled").locator(".bar.provisional")).hasAttribute("data-value", "1");
        // The day on which it began, which just after midnight is not the last one.
        Locator day = card(page, "resolution_rate")
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("0.0% – 100.0%"));
        assertThat(day.locator("td")).hasText(new String[] {"–", "0", "0", "1", "0.0% – 100.0%"});
        assertThat(card(page, "resolution_rate").locator(".at[data-tip*='one conversation pending']"))
                .hasCount(1);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void every_figure_of_the_week_leads_to_just_so_many_conversations() {
        Page page = visitor.signedInAs("maya").open(REPORTS);
        Locator tiles = page.locator(".tile");
        assertThat(tiles).hasCount(5);
        for (int i = 0; i < 5; i++) {
            String figure = tiles.nth(i).locator(".tile-figure").textContent();
            String note = tiles.nth(i).locator(".change").last().textContent();
            tiles.nth(i).locator(".tile-figure a").click();
            int rows = page.locator("table.rows tbody tr").count();
            assertThat(rows).as(figure + note).isEqualTo(i < 2 ? number(figure) : number(note));
            page.goBack();
        }
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void every_figure_is_explained() {
        Page page = visitor.signedInAs("maya").open(REPORTS);

        assertThat(page.locator("main .definition")).hasCount(5 + 13);
        card(page, "resolution_rate").locator(".definition summary").click();
        assertThat(card(page, "resolution_rate").locator(".definition .pop-panel"))
                .containsText("resolved ÷ settled");
        assertThat(card(page, "resolution_rate").locator(".definition .pop-panel"))
                .containsText("the handled conversations that have a verdict");
    }

    @Test
    void a_comparison_is_drawn_behind_and_stands_in_the_table() {
        Page page = visitor.signedInAs("maya").open(REPORTS + "&compare=previous");

        assertThat(card(page, "handled").locator(".figure .change")).containsText("against previous period");
        assertThat(card(page, "handled").locator(".line.on-behind").first()).isAttached();
        assertThat(card(page, "handled").locator("thead th").last()).hasText("Change (%)");
        assertThat(card(page, "handled")
                        .locator("tbody tr")
                        .first()
                        .locator("td")
                        .nth(5))
                .hasText("0");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void dates_without_conversations_say_so_in_every_card() {
        Page page = visitor.signedInAs("maya").open("/reporting/index.xhtml?from=2019-01-01&until=2019-01-31");

        assertThat(page.locator(".card-empty")).hasCount(13);
        assertThat(page.locator(".plot-area")).hasCount(0);
        assertThat(page.locator(".note")).containsText("No conversation meets these filters");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void every_card_shows_that_its_figures_are_being_loaded() {
        Page page = visitor.signedInAs("maya").open(REPORTS);
        AtomicReference<Route> asked = new AtomicReference<>();
        page.route(address -> address.contains("bucket=week"), asked::set);

        // The driver of the browser waits for the page that is to come, so this one tells itself what it shows
        // meanwhile.
        Object shown = page.locator("a.pop-choice[href*='bucket=week']").first().evaluate("""
                link => new Promise(tell => {
                  link.click();
                  const seen = element => getComputedStyle(document.querySelector(element)).visibility;
                  setTimeout(() => tell([
                    document.querySelectorAll(".card[aria-busy=true]").length,
                    document.querySelectorAll(".tile[aria-busy=true]").length,
                    document.querySelector("[role=status][data-loading]").textContent,
                    seen("#handled .card-title"),
                    seen("#handled .figure")
                  ]), 500);
                })""");

        assertThat(shown).isEqualTo(List.of(13, 5, "The figures are being loaded.", "visible", "hidden"));
        asked.get().resume();
        assertThat(card(page, "handled").locator(".figure")).isVisible();
        assertThat(page.locator("[aria-busy]")).hasCount(0);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void each_part_of_a_bar_leads_to_its_own_conversations() {
        Page page = visitor.signedInAs("maya").open(REPORTS);
        Locator parts = card(page, "handled").locator(".bar");
        List<?> counts = (List<?>) parts.evaluateAll("bars => bars.map(bar => bar.dataset.value)");
        List<?> queries = (List<?>)
                parts.evaluateAll(
                        "bars => bars.map(bar => bar.closest('[data-address]').dataset.address + '&' + bar.closest('a').dataset.query)");

        assertThat(queries).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        for (int i = 0; i < queries.size(); i++) {
            visitor.open("/reporting/" + queries.get(i));
            assertThat(page.locator("table.rows tbody tr"))
                    .hasCount(number(counts.get(i).toString()));
        }
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void the_page_reads_french_throughout() {
        Page page = visitor.signedInAs("maya").open(REPORTS);
        page.locator("button[name=language][value=fr]").click();

        Map.of(
                        "resolution_rate", "40,0",
                        "handle_rate", "6 sur 7",
                        "handoffs", "50")
                .forEach((metric, text) ->
                        assertThat(card(page, metric).locator(".figure")).containsText(text));
        assertThat(page.locator("main")).not().containsText("settled");
        assertThat(visitor.hasToScrollSideways()).isFalse();
        visitor.photograph("reports-of-the-museum-fr");
        page.setViewportSize(390, 844);
        assertThat(visitor.hasToScrollSideways()).isFalse();
        visitor.photograph("reports-of-the-museum-fr-390");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void on_paper_there_are_the_pictures_and_nothing_to_press() {
        Page page = visitor.signedInAs("maya").open(REPORTS);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));

        assertThat(page.locator(".plot-area").first()).isVisible();
        for (String pressed : List.of(".card-tools", ".page-actions", ".side", ".card-foot")) {
            assertThat(page.locator(pressed).first()).isHidden();
        }
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        visitor.photograph("reports-on-paper");
    }

    private static int sum(Object numbers) {
        return ((List<?>) numbers)
                .stream().mapToInt(number -> number(number.toString())).sum();
    }

    private static int number(String text) {
        Matcher number = NUMBER.matcher(text.replace(",", ""));
        if (number.find()) {
            return Integer.parseInt(number.group());
        }
        return text.matches("(?is).*\\bone\\b.*") ? 1 : 0;
    }

    private static Locator card(Page page, String metric) {
        return page.locator("#" + metric);
    }
}
