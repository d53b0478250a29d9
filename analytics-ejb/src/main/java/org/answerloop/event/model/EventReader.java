package org.answerloop.event.model;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.Stamp;
import org.answerloop.event.model.EventReading.Identity;

/**
 * Reads CloudEvents 1.0 in the JSON format (structured mode) and checks them against the contract. Sees no database:
 * whether an event is new is not its question.
 */
public final class EventReader {

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    // UTF-8 and nothing else: what was detected as another encoding would be stored as something else.
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(EventLimits.JSON_DEPTH)
                            .maxStringLength(EventLimits.EVENT_BYTES)
                            .maxNumberLength(EventLimits.NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final Instant now;
    private final Instant earliest;

    /**
     * @param now what is later than this, with some tolerance, cannot have occurred
     * @param horizon what occurred so long before now is not taken any more
     */
    public EventReader(Instant now, Period horizon) {
        this.now = now;
        this.earliest = now.atOffset(ZoneOffset.UTC).minus(horizon).toInstant();
    }

    public EventReading read(EventDocument document) {
        JsonNode root = null;
        try {
            root = parse(document);
            return EventReading.acceptable(acceptable(document, root));
        } catch (UnacceptableEventException e) {
            return EventReading.refused(document, identity(root), e.problem());
        }
    }

    private static JsonNode parse(EventDocument document) throws UnacceptableEventException {
        if (document.json().length > EventLimits.EVENT_BYTES) {
            throw new UnacceptableEventException(
                    "too-large",
                    "",
                    "The event has " + document.json().length + " bytes; at most " + EventLimits.EVENT_BYTES
                            + " are taken.");
        }
        try {
            JsonNode root = JSON.readTree(document.json());
            if (root == null || !root.isObject()) {
                throw new UnacceptableEventException("not-an-object", "", "An event is a JSON object.");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new UnacceptableEventException(JsonFault.of(e));
        } catch (IOException e) {
            throw new UnacceptableEventException(JsonFault.MALFORMED, "", "This is no well-formed JSON in UTF-8.");
        }
    }

    private AcceptableEvent acceptable(EventDocument document, JsonNode root) throws UnacceptableEventException {
        Members event = new Members(root, "");
        String specVersion = event.text("specversion", Members.NAME);
        if (!specVersion.equals("1.0")) {
            throw event.problem("unsupported-version", "specversion", "\"specversion\" takes 1.0.");
        }
        String id = event.filledText("id", Members.NAME);
        String source = event.filledText("source", Members.NAME);
        EventType type = EventType.read(event);
        String subject = event.filledText("subject", Members.NAME);
        Stamp stamp = new Stamp(time(event), id);
        return new AcceptableEvent(
                document,
                source,
                id,
                type.contractName(),
                new ConversationKey(source, subject),
                type.event(stamp, data(event, type)),
                CanonicalJson.fingerprint(root));
    }

    private Instant time(Members event) throws UnacceptableEventException {
        String text = event.filledText("time", Members.NAME);
        Instant time;
        try {
            // Databases keep microseconds; so do we, or an event would differ from what was stored of it.
            time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw event.problem(
                    "malformed-time",
                    "time",
                    "\"time\" takes an RFC 3339 time with offset such as 2026-01-31T09:30:00Z.");
        }
        if (time.isAfter(now.plus(EventLimits.CLOCK_TOLERANCE))) {
            throw event.problem(
                    "time-in-future",
                    "time",
                    "\"time\" is more than " + EventLimits.CLOCK_TOLERANCE.toMinutes()
                            + " minutes ahead of the server's clock (" + now.truncatedTo(ChronoUnit.SECONDS)
                            + "); send when it occurred.");
        }
        if (time.isBefore(earliest)) {
            throw event.problem(
                    "time-out-of-range",
                    "time",
                    "\"time\" is before " + earliest.truncatedTo(ChronoUnit.SECONDS)
                            + ", and what is older is not taken; send when it occurred, or have"
                            + " answerloop.event.horizon raised.");
        }
        return time;
    }

    private static Members data(Members event, EventType type) throws UnacceptableEventException {
        if (event.has("data_base64")) {
            throw event.problem("wrong-type", "data_base64", "Send \"data\" as a JSON object, not as base64.");
        }
        String contentType = event.optionalText("datacontenttype", Members.NAME);
        if (contentType != null && !contentType.toLowerCase(Locale.ROOT).contains("json")) {
            throw event.problem("unknown-value", "datacontenttype", "\"datacontenttype\" takes application/json.");
        }
        Members data = event.optionalObject("data");
        if (data == null && type.needsNoData()) {
            return Members.none("/data");
        }
        return data == null ? event.object("data") : data;
    }

    private static Identity identity(JsonNode root) {
        return new Identity(textOrNull(root, "source"), textOrNull(root, "id"), textOrNull(root, "subject"));
    }

    private static String textOrNull(JsonNode root, String name) {
        JsonNode value = root == null ? null : root.get(name);
        boolean isUsable = value != null
                && value.isTextual()
                && value.textValue().length() <= Members.NAME
                && Members.fitsIntoATable(value.textValue());
        return isUsable ? value.textValue() : null;
    }
}
