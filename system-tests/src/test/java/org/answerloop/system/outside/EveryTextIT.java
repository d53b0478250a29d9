package org.answerloop.system.outside;

import java.io.IOException;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** What is entered with letters and signs of everywhere comes back the same: on the page, in the file and from the API. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class EveryTextIT {

    private static final String TEXT = "é ß 漢 😀 ’ ; = <";
    private static final String SOURCE = "/tests/every text/" + TEXT;
    private static final String CHANNEL = "canal " + TEXT;
    private static final String FOUND = "Où est Solène ? " + TEXT;
    private static final int OF_SOLENE = 3;
    private static final String FILTER = "?period=weeks4&channel=" + encoded(CHANNEL);
    private static final String LIST =
            "/reporting/conversations.xhtml" + FILTER + "&metric=handled&search=" + encoded("Solène");

    private final AnswerloopServer server;
    private final Screens screens;
    private final Visitor visitor;

    EveryTextIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.visitor = screens.visitor(server);
    }

    @BeforeAll
    static void tellOfSolene(AnswerloopServer server) {
        Api api = Api.of(server);
        Instant lastWeek = Instant.now().minus(Duration.ofDays(7));
        for (int i = 1; i <= OF_SOLENE + 2; i++) {
            api.tell(aConversation(SOURCE, TEXT + i, lastWeek.plusSeconds(i))
                    .startsOn(CHANNEL, "fr")
                    .visitorSays(i <= OF_SOLENE ? FOUND : "Où est Marie ?")
                    .agentReplies("Ici. " + TEXT)
                    .citing("Guide " + TEXT)
                    .events());
        }
    }

    @Test
    void a_conversation_is_the_same_from_the_api_and_on_its_page() {
        JsonNode told = Api.of(server).conversation(SOURCE, TEXT + "1").body();
        assertThat(told.path("id").asText()).isEqualTo(TEXT + "1");
        assertThat(told.path("source").asText()).isEqualTo(SOURCE);
        assertThat(told.path("channel").asText()).isEqualTo(CHANNEL);
        assertThat(told.toString()).contains(FOUND);

        Page page = visitor.signedInAs("maya").open(LIST);
        page.locator("table.rows a.row-link").first().click();
        assertThat(page.locator("h1")).containsText(TEXT);
        assertThat(page.locator("main")).containsText(FOUND);
        assertThat(page.locator("main")).containsText("Guide " + TEXT);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void a_list_that_is_searched_has_the_same_rows_on_screen_and_in_its_files()
            throws IOException, InvalidFormatException {
        Page page = visitor.signedInAs("maya").open(LIST);
        assertThat(page.locator("table.rows tbody tr")).hasCount(OF_SOLENE);
        assertThat(page.locator("#search")).hasValue("Solène");

        List<CSVRecord> lines = csv(Files.readAllBytes(exported("CSV")));
        assertThat(lines).hasSize(OF_SOLENE + 1);
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line -> assertThat(line.toList()).contains(SOURCE, CHANNEL, FOUND));

        try (XSSFWorkbook workbook = new XSSFWorkbook(exported("Excel").toFile())) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(OF_SOLENE);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo(SOURCE);
            assertThat(sheet.getRow(1).getCell(8).getStringCellValue()).isEqualTo(FOUND);
        }
        assertThat(visitor.complaints()).isEmpty();
    }

    /** Orders the list that is on the screen, waits for the file, and leaves none behind. */
    private Path exported(String format) {
        Page page = visitor.open(LIST);
        page.locator(".page-actions summary").click();
        page.locator(".page-actions .pop-choice", new Page.LocatorOptions().setHasText(format))
                .first()
                .click();
        page.waitForURL(address -> address.endsWith("/exports.xhtml"));
        Locator row = page.locator("#exports tbody tr").first();
        Locator link = row.locator("a.button");
        assertThat(link).isVisible();
        Download file = page.waitForDownload(link::click);
        Path path = file.path();
        row.locator("button").click();
        return path;
    }

    @Test
    void a_report_that_is_narrowed_says_to_what() throws IOException {
        Page page = visitor.signedInAs("maya").open("/reporting/index.xhtml" + FILTER);
        assertThat(page.locator(".filters")).containsText(CHANNEL);

        byte[] file = bytes(page, "/reporting/export/handled.csv" + FILTER);
        assertThat(csv(file)).anySatisfy(line -> assertThat(line.toList()).contains(CHANNEL));
    }

    @Test
    void a_view_is_kept_and_renamed() {
        String name = "Comité mensuel " + TEXT;
        Page page = visitor.signedInAs("maya").open("/reporting/index.xhtml" + FILTER);
        page.locator("details.views > summary").click();
        page.fill("#view-name", name);
        page.click(".views-keep button");
        assertThat(page.locator("details.views > summary")).hasText(name);
        assertThat(page.locator(".filters")).containsText(CHANNEL);

        String renamed = TEXT + " Solène";
        page.locator("details.views > summary").click();
        page.locator(".views-change summary").first().click();
        page.locator(".views-change input[name=name]").first().fill(renamed);
        page.locator(".views-change button").first().click();
        assertThat(page.locator("details.views > summary")).hasText(renamed);

        page.locator("details.views > summary").click();
        page.locator(".views-change summary").first().click();
        page.locator(".views-change .button-danger").first().click();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void short_answers_are_taken_along_whole_and_brought_in_again_unchanged() throws IOException {
        SeatOffice seats = new SeatOffice(screens, server);
        screens.visitor(server).signedInAs("edgar").open("/knowledge/gaps.xhtml");
        seats.give("edgar");
        try {
            Page page = visitor.signedInAs("edgar").open("/knowledge/answer-files.xhtml");
            String question = "Connaissez-vous Zoé ? " + TEXT;
            String answer = "x;=1+1 " + TEXT + "\n- “Oui”, 漢字";
            bring(
                    page,
                    "id,question,answer,language,state,owner,review_on\r\n,\"%s\",\"%s\",fr,draft,,\r\n"
                            .formatted(question, answer)
                            .getBytes(StandardCharsets.UTF_8));

            byte[] file = bytes(page, "/knowledge/answers.csv");
            CSVRecord last = csv(file).get(csv(file).size() - 1);
            assertThat(last.size()).isEqualTo(csv(file).get(0).size());
            assertThat(csv(file)).anySatisfy(line -> assertThat(line.get(1)).isEqualTo(question));
            assertThat(new String(file, StandardCharsets.UTF_8)).endsWith("\r\n");

            bring(page, file);
            assertThat(page.locator("main")).containsText("No answer is new, none changed");
            assertThat(visitor.open("/knowledge/answers.xhtml?q=" + encoded("Zoé"))
                            .locator("a.row-link"))
                    .hasText(question);
            visitor.page().locator("a.row-link").click();
            assertThat(visitor.page().locator("#text")).hasValue(answer);
        } finally {
            seats.takeFrom("edgar");
        }
    }

    private static void bring(Page page, byte[] file) {
        page.navigate(page.url().replaceFirst("/knowledge/.*", "/knowledge/answer-files.xhtml"));
        page.setInputFiles("#file", new FilePayload("réponses 漢.csv", "text/csv", file));
        page.click("#send");
        assertThat(page.locator("main")).containsText("Every line was taken.");
    }

    @Test
    void the_audit_is_taken_along_whole() throws IOException {
        Page page = visitor.signedInAs("ada").open("/knowledge/keys.xhtml");
        String label = "Clé " + TEXT;
        page.fill("#label", label);
        page.locator("#scopes input").first().check();
        page.click("#create");
        assertThat(page.locator("#made")).isVisible();
        page.reload();
        assertThat(page.locator("#existing")).containsText(label);

        byte[] file = bytes(page, "/knowledge/audit.csv?q=" + encoded(label));
        assertThat(csv(file)).hasSizeGreaterThan(1);
        assertThat(csv(file).subList(1, csv(file).size()))
                .allSatisfy(line -> assertThat(String.join("\n", line.toList())).contains(label));
        assertThat(new String(file, StandardCharsets.UTF_8)).endsWith("\r\n");
    }

    @Test
    void a_connection_has_its_name() {
        Page page = visitor.signedInAs("ada").open("/knowledge/connections.xhtml");
        String name = "Accueil " + TEXT;
        page.selectOption("#platform", "STANDARD_WEBHOOKS");
        page.fill("#name", name);
        page.fill("#source", SOURCE);
        page.click("#create");
        assertThat(page.locator("#made")).containsText(name);
        page.click("#made a");
        assertThat(page.locator("h1")).hasText(name);
        page.reload();
        assertThat(page.locator("#name")).hasValue(name);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void an_agent_reports_a_question_and_an_editor_reads_it() {
        String question = "Wo ist Jürgens Straße? " + TEXT;
        try (McpAgent agent = McpAgent.of(server)) {
            agent.call(
                    "report_unanswered_question",
                    Map.of("question", question, "conversation", "Straße " + TEXT, "source", SOURCE));
        }
        visitor.signedInAs("edgar");
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> visitor.open("/knowledge/gaps.xhtml?q=" + encoded("Jürgens Straße"))
                                        .locator("a.row-link")
                                        .count()
                                == 1))
                .isTrue();
        assertThat(visitor.page().locator("a.row-link")).hasText(question);
    }

    @Test
    void a_file_to_import_keeps_its_name_and_what_stands_in_it() {
        String name = "Fichier " + TEXT + ".csv";
        String line = "conversation,time,author,text\r\n\"%s\",2026-01-31T09:30:00Z,visitor,\"%s\"\r\n"
                .formatted("du fichier " + TEXT, FOUND);
        Api api = Api.of(server);
        Api.Answer taken = api.post(
                "/api/v1/imports?name=" + encoded(name) + "&source=" + encoded(SOURCE),
                "text/csv",
                line.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.status()).as(taken.text()).isBetween(200, 202);
        assertThat(taken.body().path("name").asText()).isEqualTo(name);
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> api.conversation(SOURCE, "du fichier " + TEXT)
                                .body()
                                .toString()
                                .contains(FOUND)))
                .isTrue();
        assertThat(visitor.signedInAs("ada").open("/knowledge/imports.xhtml").locator("main"))
                .containsText(name);
    }

    /** A file as it arrives; where it is said how long it is, it is that long. */
    private byte[] bytes(Page page, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) server.address(path).toURL().openConnection();
        connection.setRequestProperty(
                "Cookie",
                page.context().cookies().stream()
                        .map(cookie -> cookie.name + "=" + cookie.value)
                        .collect(Collectors.joining("; ")));
        try {
            assertThat(connection.getResponseCode()).isEqualTo(200);
            byte[] bytes = connection.getInputStream().readAllBytes();
            assertThat(connection.getContentLengthLong()).isIn(-1L, (long) bytes.length);
            return bytes;
        } finally {
            connection.disconnect();
        }
    }

    private static List<CSVRecord> csv(byte[] file) throws IOException {
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        try (CSVParser parser = new CSVParser(new StringReader(text.substring(1)), CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
