package org.answerloop.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventLimits;
import org.answerloop.event.model.JsonFault;
import org.answerloop.event.model.Problem;

/** Cuts a body into its events, each as the bytes that were sent, without looking into them. */
final class EventSplitter {

    /** Far beyond what an event may have, so that an event that is too complex is refused by itself; yet bounded. */
    private static final int DEPTH = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(EventLimits.REQUEST_BYTES)
                    .maxNameLength(EventLimits.REQUEST_BYTES)
                    .build())
            .build();

    private EventSplitter() {}

    /** @throws Refusal where the body is no JSON, no array, or holds too many */
    static List<EventDocument> batch(byte[] body) {
        List<EventDocument> events = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw Refusal.malformed(new Problem("not-an-array", "", "A batch is a JSON array of events."));
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int to = (int) parser.currentLocation().getByteOffset();
                add(new EventDocument(Arrays.copyOfRange(body, from, to)), events);
            }
            if (parser.nextToken() != null) {
                throw Refusal.malformed(
                        new Problem(JsonFault.MALFORMED, "", "Something follows the end of the array."));
            }
        } catch (JsonProcessingException e) {
            throw Refusal.malformed(JsonFault.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory are readable", e);
        }
        return events;
    }

    /** One event a line; empty lines are passed over. A line that is no JSON is refused by itself, later. */
    static List<EventDocument> lines(byte[] body) {
        List<EventDocument> events = new ArrayList<>();
        int from = 0;
        while (from < body.length) {
            int to = from;
            while (to < body.length && body[to] != '\n') {
                to++;
            }
            if (!isBlank(body, from, to)) {
                add(new EventDocument(Arrays.copyOfRange(body, from, to)), events);
            }
            from = to + 1;
        }
        return events;
    }

    private static void add(EventDocument event, List<EventDocument> events) {
        if (events.size() == EventLimits.REQUEST_EVENTS) {
            throw Refusal.tooLarge(
                    "too-many-events",
                    "The request has more than " + EventLimits.REQUEST_EVENTS
                            + " events; send them in several requests.");
        }
        events.add(event);
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] > ' ' || body[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
