package org.answerloop.system.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator sends files, watches them, and takes their reports along. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class ImportsPageIT {

    private static final ContainsTextOptions PATIENT =
            new ContainsTextOptions().setTimeout(Duration.ofMinutes(3).toMillis());
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(10));

    @TempDir
    private Path folder;

    private final AnswerloopServer server;
    private final Screens screens;
    private Visitor administrator;

    ImportsPageIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.administrator = screens.visitor(server).signedInAs("ada");
    }

    @Test
    void a_file_is_sent_watched_and_its_report_taken_along_in_the_language_of_the_person() throws Exception {
        Path file = file("history.ndjson", 40);
        Files.writeString(file, "\nno event\n", StandardOpenOption.APPEND);

        Locator row = send(file);
        assertThat(row).containsText("done", PATIENT);
        assertThat(row).containsText("200 new");
        row.getByText("1 line refused").click();
        assertThat(row).containsText("Line 202: No well-formed JSON");
        assertThat(report(row)).startsWith("\uFEFFline,event,code,where,detail,problem\r\n202,,malformed-json,,");

        speakFrench();
        Locator ligne = rowOf(administrator.open("/knowledge/imports.xhtml"), file);
        assertThat(ligne).containsText("200 nouveaux");
        ligne.getByText("1 ligne refusée").click();
        assertThat(ligne).containsText("Ligne 202 : ");
        assertThat(report(ligne))
                .startsWith("\uFEFFligne,événement,code,endroit,détail,problème\r\n202,,malformed-json,,");
        assertThat(administrator.complaints()).isEmpty();
    }

    @Test
    void a_large_file_is_stopped_resumed_and_removed() throws IOException {
        int conversations = 6_000;
        Locator row = send(file("large.ndjson", conversations));
        assertThat(row).containsText("events/s", PATIENT);

        row.getByText("Stop").click();
        assertThat(row).containsText("stopped", PATIENT);
        assertThat(row.locator("progress")).isVisible();
        assertThat(row.getByText("Stop", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(0);
        row.getByText("Resume").click();

        assertThat(row).containsText("done", PATIENT);
        assertThat(row).containsText("30,000 new");
        row.getByText("Remove", new Locator.GetByTextOptions().setExact(true)).click();
        row.getByText("Remove this import").click();
        assertThat(administrator.page().locator("#list tbody tr").filter(named("large.ndjson")))
                .hasCount(0);
        assertThat(administrator.complaints()).isEmpty();
    }

    @Test
    void without_a_file_or_its_source_the_page_says_what_is_missing() {
        Page page = administrator.open("/knowledge/imports.xhtml?format=csv");

        page.click("#send");

        assertThat(page.locator("#new")).containsText("Choose a file.");
        assertThat(page.locator("#new")).containsText("Say which system the conversations come from.");
        assertThat(administrator.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, false", "390, LIGHT, true", "1440, DARK, true", "390, DARK, false"})
    void everything_fits_on_every_screen(int width, ColorScheme scheme, boolean isFrench) throws IOException {
        Path file = file("fits-" + width + "-" + scheme + ".ndjson", 2);
        Files.writeString(file, "\n{}\n", StandardOpenOption.APPEND);
        assertThat(send(file)).containsText("done", PATIENT);
        administrator = screens.visitor(server, width, 900, scheme).signedInAs("ada");
        if (isFrench) {
            speakFrench();
        }

        Locator row = rowOf(administrator.open("/knowledge/imports.xhtml"), file);
        row.locator("summary").first().click();

        assertThat(row.locator("li")).hasCount(1);
        assertThat(administrator.hasToScrollSideways()).isFalse();
        administrator.photograph("imports-" + width + "-" + scheme + (isFrench ? "-fr" : "-en"));
        assertThat(administrator.complaints()).isEmpty();
    }

    private Locator send(Path file) {
        Page page = administrator.open("/knowledge/imports.xhtml");
        page.setInputFiles("#file", file);
        page.click("#send");
        return rowOf(page, file);
    }

    private static Locator rowOf(Page page, Path file) {
        return page.locator("#list tbody tr")
                .filter(named(file.getFileName().toString()))
                .first();
    }

    private static Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }

    private String report(Locator row) throws IOException {
        Download download = administrator
                .page()
                .waitForDownload(() -> row.locator("a[href$='report.csv']").click());
        return Files.readString(download.path());
    }

    private void speakFrench() {
        administrator
                .page()
                .context()
                .addCookies(List.of(new Cookie("answerloop_language", "fr")
                        .setUrl(server.address("/").toString())));
    }

    private Path file(String name, int conversations) throws IOException {
        Path file = folder.resolve(name);
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < conversations; i++) {
                out.write(String.join(
                        "\n",
                        aConversation("/tests/" + name, "c-" + i, LONG_AGO.plusSeconds(i))
                                .startsOn("web", "en")
                                .visitorSays("How do I change my address?")
                                .agentReplies("In your profile, under Addresses.")
                                .citing("Your profile")
                                .visitorFindsThat("helpful")
                                .isClosedBy("customer_agent", "Robin")
                                .events()));
                out.write('\n');
            }
        }
        return file;
    }
}
