package org.answerloop.imports.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventReader;
import org.answerloop.event.model.EventReading;
import org.answerloop.event.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvRowsTest {

    private static final String HEADER = "conversation,time,author,text\r\n";
    private static final String ROW = "c-1,2026-01-31T09:30:00Z,visitor,Hello\r\n";

    @Test
    void theFirstMessageOfAConversationIsItsStartTooAndTheOthersAreMessages() {
        List<JsonNode> events = ImportFile.csv("""
                conversation,time,author,text,channel,language,ticket_id,agent_id
                a,2026-01-31T09:30:00Z,visitor,Hello,Web,fr,T-1,aria
                a,2026-01-31T09:31:00Z,customer_agent,Bonjour,,,,
                b,2026-01-31T09:32:00Z,visitor,Hi,,,,
                """).events();
        assertThat(events)
                .extracting(
                        e -> e.path("subject").asText() + " " + e.path("type").asText())
                .containsExactly(
                        "a conversation.started",
                        "a message.posted",
                        "a message.posted",
                        "b conversation.started",
                        "b message.posted");
        JsonNode start = events.get(0).path("data");
        assertThat(start.path("channel").asText()).isEqualTo("Web");
        assertThat(start.path("language").asText()).isEqualTo("fr");
        assertThat(start.at("/ticket/id").asText()).isEqualTo("T-1");
        assertThat(start.at("/customerAgent/id").asText()).isEqualTo("aria");
        assertThat(events.get(3).at("/data/channel").asText()).isEqualTo("chat");
        assertThat(events.get(2).at("/data/author/id").asText()).isEqualTo("customer-agent");
        assertThat(events).extracting(e -> e.path("source").asText()).containsOnly("desk");
    }

    @Test
    void aStartThatIsARowIsNotMadeASecondTime() {
        assertThat(types(ImportFile.csv("""
                conversation,time,type,channel,author,text
                a,2026-01-31T09:30:00Z,conversation.started,mail,,
                a,2026-01-31T09:31:00Z,,,visitor,Hello
                """))).containsExactly("conversation.started", "message.posted");
    }

    @Test
    void everyTypeOfEventIsTakenByTheIntake() {
        ImportFile file = ImportFile.csv("""
                conversation,time,type,author,author_name,message_id,text,source_titles,source_urls,actions,rating,trigger,to_name,agent_id,ticket_closed,flag,on
                a,2026-01-31T09:30:00Z,conversation.started,,,,,,,,,,,aria,,,
                a,2026-01-31T09:30:01Z,agent.assigned,,,,,,,,,,,aria,,,
                a,2026-01-31T09:30:02Z,Message.Posted,customer_agent,Aria,m-1,Hello,One | Two,https://one.example,look | book,helpful,,,,,,
                a,2026-01-31T09:30:03Z,question.unanswered,,,,Why?,,,,,,,,,,
                a,2026-01-31T09:30:04Z,handoff.requested,,,,,,,,,,,,,,
                a,2026-01-31T09:30:05Z,handoff.made,,,,Too hard,,,,,manual,Robin,,,,
                a,2026-01-31T09:30:06Z,feedback.given,,,m-1,Never again,,,,not_helpful,,,,,,
                a,2026-01-31T09:30:07Z,conversation.closed,teammate,Robin,,,,,,,,,,no,,
                a,2026-01-31T09:30:08Z,conversation.flagged,,,,,,,,,,,,,spam,true
                a,2026-01-31T09:30:09Z,conversation.redacted,,,,,,,,,,,,,,
                """);
        assertThat(file.problems()).isEmpty();
        EventReader reader = new EventReader(Instant.parse("2026-06-01T00:00:00Z"), Period.ofYears(10));
        assertThat(documents(file)).hasSize(11).allSatisfy(document -> {
            EventReading reading = reader.read(document);
            assertThat(reading.problem()).isNull();
        });
        JsonNode message = file.events().get(2).path("data");
        assertThat(message.path("sources")).hasSize(2);
        assertThat(message.at("/sources/0/url").asText()).isEqualTo("https://one.example");
        assertThat(message.at("/sources/1/title").asText()).isEqualTo("Two");
        assertThat(message.at("/actions/1/name").asText()).isEqualTo("book");
        JsonNode rating = file.events().get(3);
        assertThat(rating.path("type").asText()).isEqualTo("feedback.given");
        assertThat(rating.at("/data/messageId").asText()).isEqualTo("m-1");
    }

    @Test
    void theTemplateIsAFileThatIsTaken() {
        ImportFile file = ImportFile.csv(CsvTemplate.text());
        assertThat(file.problems()).isEmpty();
        assertThat(types(file))
                .containsExactly(
                        "conversation.started",
                        "message.posted",
                        "message.posted",
                        "feedback.given",
                        "conversation.closed");
    }

    @Test
    void aQuotedFieldHoldsLineBreaksSeparatorsAndQuotes() {
        JsonNode event = message(ImportFile.csv(HEADER + "c,2026-01-31T09:30:00Z,visitor,\"a, \"\"b\"\"\r\nc\"\r\n"));
        assertThat(event.at("/data/text").asText()).isEqualTo("a, \"b\"\r\nc");
    }

    @Test
    void aQuoteInsideAnUnquotedFieldIsAQuote() {
        JsonNode event = message(ImportFile.csv(HEADER + "c,2026-01-31T09:30:00Z,visitor,a 5\" pipe\r\n"));
        assertThat(event.at("/data/text").asText()).isEqualTo("a 5\" pipe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void linesEndInAnyWay(String end) {
        assertThat(ImportFile.csv((HEADER + ROW + ROW.replace("Hello", "Again")).replace("\r\n", end))
                        .items())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"',', auto", "';', auto", "'\t', auto", "'|', auto", "';', semicolon", "'\t', tab", "'|', pipe"})
    void theSeparatorIsFoundOrSaid(String separator, String option) {
        ImportFile file = ImportFile.csv((HEADER + ROW).replace(",", separator), "separator", option);
        assertThat(message(file).at("/data/text").asText()).isEqualTo("Hello");
    }

    @Test
    void aSpreadsheetsMarkOfTheSeparatorCounts() {
        String file = "\uFEFFsep=;\r\nconversation;time;author;text\r\nc;2026-01-31 09:30;visitor;a, b, c, d, e, f\r\n";
        assertThat(message(ImportFile.csv(file)).at("/data/text").asText()).isEqualTo("a, b, c, d, e, f");
    }

    @Test
    void namesOfColumnsAreWrittenInAnyCaseAndUnknownOnesAreNamed() {
        ImportFile file = ImportFile.csv("\uFEFFConversation,TIME,Author,Text,Message-ID,Author Name,Mood\n"
                + "c,2026-01-31T09:30:00Z,visitor,Hi,m-7,Vera,good\n");
        assertThat(message(file).at("/data/messageId").asText()).isEqualTo("m-7");
        assertThat(message(file).at("/data/author/name").asText()).isEqualTo("Vera");
        assertThat(file.problems()).extracting(Problem::code).containsExactly("unknown-column");
        assertThat(file.items().get(0).readable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:30:00Z, 2026-01-31T09:30:00Z",
        "2026-01-31T09:30:00.25+01:00, 2026-01-31T08:30:00.250Z",
        "2026-01-31 09:30:00+0100, ",
        "2026-01-31 09:30:00-05:00, 2026-01-31T14:30:00Z",
        "2026-01-31 09:30, 2026-01-31T08:30:00Z",
        "2026-07-31T09:30:15.5, 2026-07-31T07:30:15.500Z",
        "1769851800, 2026-01-31T09:30:00Z",
        "1769851800.5, 2026-01-31T09:30:00.500Z",
        "1769851800500, 2026-01-31T09:30:00.500Z",
        "31/01/2026, ",
        "2026-02-30 09:30, ",
        "yesterday, "
    })
    void timesAreReadInTheZoneOfTheFile(String time, String instant) {
        ImportFile file = ImportFile.csv(HEADER + "c," + time + ",visitor,Hi\n", "zone", "Europe/Paris");
        if (instant == null) {
            assertThat(file.problems())
                    .extracting(Problem::code, Problem::pointer)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("malformed-time", "/time"));
        } else {
            assertThat(message(file).path("time").asText()).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            ,2026-01-31T09:30:00Z,visitor,x                        | missing-value
            c,,visitor,x                                           | missing-value
            c                                                      | missing-value
            c,2026-01-31T09:30:00Z,,x                              | missing-value
            c,2026-01-31T09:30:00Z,visitor,"x"y                    | stray-quote
            c,2026-01-31T09:30:00Z,visitor,"never closed           | unclosed-quote
            """)
    void aRowThatCannotBeReadIsNamedByItsLineAndCostsNothingElse(String row, String code) {
        ImportFile file = ImportFile.csv(HEADER + ROW + row + "\r\n" + ROW.replace("c-1", "c-2"));
        List<ImportItem> items = file.items();
        assertThat(items).extracting(ImportItem::readable).containsExactly(true, false, true);
        assertThat(items.get(1).line()).isEqualTo(3);
        assertThat(items.get(1).problems()).extracting(Problem::code).containsExactly(code);
        assertThat(items.get(1).problems().get(0).detail()).endsWith(".");
        assertThat(items.get(2).line()).isEqualTo(4);
    }

    @Test
    void anUnknownTypeIsNamedWithThoseThatThereAre() {
        ImportFile file = ImportFile.csv("conversation,time,type\nc,2026-01-31T09:30:00Z,party\n");
        assertThat(file.problems().get(0).code()).isEqualTo("unknown-type");
        assertThat(file.problems().get(0).detail()).contains("handoff.made").contains("message");
    }

    @Test
    void aRowThatIsNoUtf8IsNamed() {
        ImportFile file = ImportFile.csv("")
                .with((HEADER + "c,2026-01-31T09:30:00Z,visitor,caf\u00e9\r\n" + ROW)
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(file.items()).extracting(ImportItem::readable).containsExactly(false, true);
        assertThat(file.problems()).extracting(Problem::code).containsExactly("invalid-utf-8");
    }

    @Test
    void aRowThatWouldFillTheMemoryIsNamedAndTheOthersAreTaken() {
        ImportFile file = ImportFile.csv(
                HEADER + "c,2026-01-31T09:30:00Z,visitor," + "x".repeat(ImportReader.ITEM_BYTES) + "\r\n" + ROW);
        assertThat(file.items()).extracting(ImportItem::readable).containsExactly(false, true);
        assertThat(file.problems()).extracting(Problem::code).containsExactly("too-large");
    }

    @Test
    void theSameRowIsTheSameEventAndAnyOtherIsAnother() {
        List<String> ids = ids(ImportFile.csv(HEADER + ROW + ROW + ROW.replace("Hello", "Hello!")));
        assertThat(ids).hasSize(4);
        assertThat(ids.get(1)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(3));
        assertThat(ids(ImportFile.csv(HEADER + ROW))).isEqualTo(ids.subList(0, 2));
    }

    @Test
    void anIdOfItsOwnCounts() {
        assertThat(ids(ImportFile.csv("event_id,conversation,time,author,text\ne-1," + ROW)))
                .contains("e-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | is empty
            conversation,text               | no column time
            a;b;c                           | no column conversation
            time,conversation,Time          | names the column time twice
            "conversation,time              | cannot be read
            """)
    void aFileWithoutTheColumnsIsRefusedAsAWhole(String header, String sentence) {
        ImportFile file = ImportFile.csv(header);
        assertThatThrownBy(file::items)
                .rootCause()
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining(sentence);
    }

    private static JsonNode message(ImportFile file) {
        return file.events().stream()
                .filter(event -> event.path("type").asText().equals("message.posted"))
                .findFirst()
                .orElseThrow();
    }

    private static List<EventDocument> documents(ImportFile file) {
        return file.items().stream().flatMap(item -> item.events().stream()).toList();
    }

    private static List<String> types(ImportFile file) {
        return file.events().stream().map(event -> event.path("type").asText()).toList();
    }

    private static List<String> ids(ImportFile file) {
        return file.events().stream().map(event -> event.path("id").asText()).toList();
    }
}
