package org.answerloop.connection.model;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.event.model.EventDocument;

/**
 * Standard Webhooks carrying events of the contract, one or an array. They have to be of the connection's own source: who
 * holds its secret speaks for it and for nobody else.
 */
final class StandardMapper implements PayloadMapper {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public List<EventDocument> map(JsonNode payload, MappingSettings settings, PlatformApi api)
            throws UnmappableException {
        List<EventDocument> events = new ArrayList<>();
        for (JsonNode event : payload.isArray() ? payload : List.of(payload)) {
            String source = event.path("source").asText("");
            if (!source.equals(settings.source())) {
                throw new UnmappableException("An event is of the source \"" + source
                        + "\"; this connection takes those of \"" + settings.source() + "\".");
            }
            events.add(document(event));
        }
        return events;
    }

    @Override
    public String conversationPointer(JsonNode payload) {
        return "/subject";
    }

    private static EventDocument document(JsonNode event) {
        try {
            return new EventDocument(JSON.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What was read can be written", e);
        }
    }
}
