package org.answerloop.system.outside;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Pages as a browser prints them. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class PrintedPagesIT {

    private static final String CHANNEL = "printed";
    private static final int TOLD = 60;

    private final AnswerloopServer server;
    private final Visitor visitor;

    PrintedPagesIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.visitor = screens.visitor(server);
    }

    @BeforeAll
    static void tellOfManyConversations(AnswerloopServer server) {
        List<String> events = new ArrayList<>();
        for (int i = 1; i <= TOLD; i++) {
            events.addAll(aConversation(
                            "/tests/printed",
                            "sheet-" + i,
                            Instant.now().minus(Duration.ofDays(1)).plusSeconds(i))
                    .startsOn(CHANNEL, "en")
                    .visitorSays("How thick is sheet " + i + "?")
                    .agentReplies("As thick as paper.")
                    .events());
        }
        Api.of(server).tell(events);
    }

    @Test
    void a_list_begins_on_the_first_sheet_and_its_headings_stand_on_each() throws IOException {
        try (PDDocument printed = printed("/reporting/conversations.xhtml?metric=handled&channel=" + CHANNEL)) {
            assertThat(printed.getNumberOfPages()).isGreaterThan(1);
            assertThat(page(printed, 1)).contains("60 conversations handled", "How thick is sheet 60?");
            assertThat(page(printed, 1).split("How thick is sheet", -1)).hasSizeGreaterThan(10);
            for (int page = 1; page <= printed.getNumberOfPages(); page++) {
                assertThat(page(printed, page)).as("page " + page).isNotBlank();
            }
            String text = new PDFTextStripper().getText(printed);
            for (int i = TOLD - 49; i <= TOLD; i++) {
                assertThat(text).contains("How thick is sheet " + i + "?");
            }
        }
    }

    @Test
    void the_reports_begin_on_the_first_sheet() throws IOException {
        try (PDDocument printed = printed("/reporting/index.xhtml?period=weeks4&channel=" + CHANNEL)) {
            assertThat(page(printed, 1))
                    .contains("Reports", "Conversations handled")
                    .containsIgnoringCase("Impact this week");
        }
    }

    private PDDocument printed(String path) throws IOException {
        Page page = visitor.signedInAs("maya").open(path);
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));
        return Loader.loadPDF(pdf);
    }

    private static String page(PDDocument printed, int page) throws IOException {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(page);
        text.setEndPage(page);
        return text.getText(printed);
    }
}
