package org.answerloop.event.model;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.List;

import org.answerloop.conversation.model.ConversationClosed;
import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.ConversationStarted;
import org.answerloop.conversation.model.MessagePosted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventReaderTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private final EventReader reader = new EventReader(NOW, Period.ofYears(10));

    @Test
    void aMessageIsReadWithItsSourcesAndActions() {
        EventReading reading = read("message.posted", """
                {"messageId": "m1", "author": {"kind": "customer_agent", "id": "aria"}, "text": "Hello \\uD83D\\uDE00",
                 "sources": [{"type": "article", "title": "Refunds"}], "actions": [{"name": "refund"}], "mood": 3}""");

        assertThat(reading.problem()).isNull();
        assertThat(reading.event().conversation()).isEqualTo(new ConversationKey("https://desk.example", "c1"));
        MessagePosted message = (MessagePosted) reading.event().event();
        assertThat(message.text()).isEqualTo("Hello \uD83D\uDE00");
        assertThat(message.sources().list()).hasSize(1);
        assertThat(message.actions().names()).containsExactly("refund");
        assertThat(message.stamp().at()).isEqualTo(Instant.parse("2026-06-01T09:30:00.123456Z"));
    }

    @Test
    void languagesAndChannelsAreWrittenOneWay() {
        ConversationStarted started = (ConversationStarted)
                read("conversation.started", "{\"channel\": \"WhatsApp\", \"language\": \"FR-ca\"}")
                        .event()
                        .event();

        assertThat(started.channel()).isEqualTo("whatsapp");
        assertThat(started.language()).isEqualTo("fr-CA");
    }

    @Test
    void whatOccurredBeforeTheHorizonIsRefusedAndTheSentenceSaysWhatToDo() {
        EventReader tenYears = new EventReader(NOW, Period.ofYears(10));
        String event = event("conversation.closed", "{}");
        String time = "2026-06-01T11:30:00.123456789+02:00";

        assertThat(tenYears.read(document(event.replace(time, "2016-06-01T12:00:00Z")))
                        .problem())
                .isNull();

        Problem problem = tenYears.read(document(event.replace(time, "2016-06-01T11:59:59.999999Z")))
                .problem();
        assertThat(problem.code()).isEqualTo("time-out-of-range");
        assertThat(problem.detail()).contains("2016-06-01T12:00:00Z").contains("answerloop.event.horizon");
    }

    @Test
    void nothingButUtf8IsTaken() {
        for (Charset other : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            EventReading reading = reader.read(new EventDocument("{\"specversion\":\"1.0\"}".getBytes(other)));

            assertThat(reading.problem().code()).as(other.name()).isEqualTo(JsonFault.MALFORMED);
        }
    }

    @Test
    void whatNoTableHoldsIsNoIdentity() {
        EventReading reading = reader.read(document(
                "{\"specversion\":\"1.0\",\"id\":\"a\\u0000\",\"source\":\"\\ud83d\",\"subject\":\"\\ud83d\\ude00\"}"));

        assertThat(reading.problem().code()).isEqualTo("nul-character");
        assertThat(reading.identity()).isEqualTo(new EventReading.Identity(null, null, "\uD83D\uDE00"));
    }

    @Test
    void closingClosesTheTicketUnlessItIsDenied() {
        ConversationClosed closed =
                (ConversationClosed) read("conversation.closed", "null").event().event();
        ConversationClosed left = (ConversationClosed)
                read("conversation.closed", "{\"ticketClosed\": false}").event().event();

        assertThat(closed.ticketClosed()).isTrue();
        assertThat(left.ticketClosed()).isFalse();
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "message.posted | missing-attribute | /data/messageId | {\"author\": {\"kind\": \"visitor\"}, \"text\": \"x\"}",
                "message.posted | missing-attribute | /data/author | {\"messageId\": \"m\", \"text\": \"x\"}",
                "message.posted | missing-attribute | /data | null",
                "message.posted | wrong-type | /data | [1]",
                "message.posted | wrong-type | /data/text | {\"messageId\": \"m\", \"author\": {\"kind\": \"visitor\"}, \"text\": 7}",
                "message.posted | unknown-value | /data/author/kind | {\"messageId\": \"m\", \"author\": {\"kind\": \"robot\"}, \"text\": \"x\"}",
                "message.posted | wrong-type | /data/sources/1 | {\"messageId\": \"m\", \"author\": {\"kind\": \"visitor\"}, \"text\": \"x\", \"sources\": [{\"type\": \"a\"}, 2]}",
                "message.posted | missing-attribute | /data/actions/0/name | {\"messageId\": \"m\", \"author\": {\"kind\": \"visitor\"}, \"text\": \"x\", \"actions\": [{}]}",
                "message.posted | nul-character | /data/text | {\"messageId\": \"m\", \"author\": {\"kind\": \"visitor\"}, \"text\": \"a\\u0000\"}",
                "message.posted | lone-surrogate | /data/text | {\"messageId\": \"m\", \"author\": {\"kind\": \"visitor\"}, \"text\": \"a\\uD83D\"}",
                "conversation.started | malformed-language | /data/language | {\"channel\": \"chat\", \"language\": \"e n\"}",
                "conversation.started | wrong-type | /data/test | {\"channel\": \"chat\", \"test\": \"yes\"}",
                "conversation.flagged | missing-attribute | /data/on | {\"flag\": \"test\"}",
                "handoff.made | unknown-value | /data/trigger | {\"trigger\": \"magic\"}",
                "feedback.given | missing-attribute | /data/rating | {}",
                "question.unanswered | missing-attribute | /data/question | {\"question\": \"  \"}",
                "agent.assigned | missing-attribute | /data/customerAgent/id | {\"customerAgent\": {\"name\": \"Aria\"}}",
                "bogus | unknown-type | /type | {}"
            })
    void whatIsWrongIsNamedWithItsPlace(String type, String code, String pointer, String data) {
        EventReading reading = read(type, data);

        assertThat(reading.isAcceptable()).isFalse();
        assertThat(reading.id()).isEqualTo("e1");
        assertThat(reading.problem().code()).isEqualTo(code);
        assertThat(reading.problem().pointer()).isEqualTo(pointer);
        assertThat(reading.problem().detail()).endsWith(".");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"specversion\": \"1.0\" | malformed-json",
                "{\"specversion\": \"1.0\", \"specversion\": \"1.0\"} | malformed-json",
                "{} {} | malformed-json",
                "[] | not-an-object",
                "'' | not-an-object",
                "{\"specversion\": \"0.3\"} | unsupported-version",
                "{\"specversion\": 1.0} | wrong-type",
                "{\"specversion\": \"1.0\", \"id\": \"1\"} | missing-attribute"
            })
    void whatIsNoEventIsRefused(String json, String code) {
        assertThat(reader.read(document(json)).problem().code()).isEqualTo(code);
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] json = "{\"id\": \"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        json[8] = (byte) 0xFF;

        assertThat(reader.read(new EventDocument(json)).problem().code()).isEqualTo("malformed-json");
    }

    @Test
    void anotherEncodingThanUtf8IsRefused() {
        byte[] json = event("conversation.closed", "{}").getBytes(StandardCharsets.UTF_16BE);

        assertThat(reader.read(new EventDocument(json)).problem().code()).isEqualTo("malformed-json");
    }

    @Test
    void aChannelThatBecomesTooLongInLowerCaseIsRefused() {
        EventReading reading = read("conversation.started", "{\"channel\": \"" + "\u0130".repeat(40) + "\"}");

        assertThat(reading.problem().code()).isEqualTo("too-long");
    }

    @Test
    void jsonThatIsNestedTooDeepIsRefused() {
        String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);

        assertThat(reader.read(document(deep)).problem().code()).isEqualTo("too-complex");
    }

    @Test
    void anEventOfOneMebibyteIsTakenAndOneByteMoreIsNot() {
        assertThat(reader.read(document(ofSize(EventLimits.EVENT_BYTES))).problem())
                .isNull();
        assertThat(reader.read(document(ofSize(EventLimits.EVENT_BYTES + 1)))
                        .problem()
                        .code())
                .isEqualTo("too-large");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2026-06-01T12:05:00Z,",
        "2026-06-01T12:05:00.001Z, time-in-future",
        "2026-06-01T14:05:00+02:00,",
        "1969-12-31T23:59:59Z, time-out-of-range",
        "2026-06-01T12:00:00, malformed-time",
        "yesterday, malformed-time"
    })
    void timesHaveAnOffsetAndHaveCome(String time, String code) {
        Problem problem = reader.read(document(
                        event("conversation.closed", "{}").replace("2026-06-01T11:30:00.123456789+02:00", time)))
                .problem();

        assertThat(problem == null ? null : problem.code()).isEqualTo(code);
    }

    @Test
    void theFingerprintSeesWhatIsSaidAndNotHowItIsWritten() {
        String said =
                fingerprint("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"handoff.requested\","
                        + "\"subject\":\"c\",\"time\":\"2026-05-01T00:00:00Z\",\"data\":{\"a\":[1,\"x\"],\"b\":null}}");
        String otherwise =
                fingerprint("{ \"data\" : {\"c\": null, \"a\": [1, \"\\u0078\"]}, \"traceparent\": \"00-1\", "
                        + "\"time\":\"2026-05-01T00:00:00Z\",\"subject\":\"c\",\"type\":\"handoff.requested\",\"source\":\"s\","
                        + "\"id\":\"1\",\"specversion\":\"1.0\"}");
        String other =
                fingerprint("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"handoff.requested\","
                        + "\"subject\":\"c\",\"time\":\"2026-05-01T00:00:00Z\",\"data\":{\"a\":[1,\"y\"],\"b\":null}}");

        assertThat(otherwise).isEqualTo(said);
        assertThat(other).isNotEqualTo(said);
    }

    private String fingerprint(String json) {
        return reader.read(document(json)).event().fingerprint();
    }

    private EventReading read(String type, String data) {
        return reader.read(document(event(type, data)));
    }

    private static String ofSize(int bytes) {
        String event = event("question.unanswered", "{\"question\": \"why?\"}");
        return event + " ".repeat(bytes - event.length());
    }

    private static String event(String type, String data) {
        return """
                {"specversion": "1.0", "id": "e1", "source": "https://desk.example", "type": "%s", "subject": "c1",
                 "time": "2026-06-01T11:30:00.123456789+02:00", "data": %s}""".formatted(type, data);
    }

    private static EventDocument document(String json) {
        return new EventDocument(json.getBytes(StandardCharsets.UTF_8));
    }
}
