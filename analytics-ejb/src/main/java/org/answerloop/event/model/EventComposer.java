package org.answerloop.event.model;

import java.io.UncheckedIOException;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Writes events of one source as CloudEvents 1.0, so that what is made inside the house takes the same way in as what
 * comes from outside. The same arguments yield the same bytes.
 */
public final class EventComposer {

    private static final JsonMapper JSON = JsonMapper.builder()
            .serializationInclusion(Include.NON_NULL)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private final String source;

    public EventComposer(String source) {
        this.source = source;
    }

    /**
     * @param id unique in the source
     * @param subject the conversation's id in the source
     */
    public EventDocument compose(String id, String subject, Instant time, EventDetails details) {
        Envelope envelope =
                new Envelope("1.0", id, source, details.type(), subject, time.toString(), "application/json", details);
        try {
            return new EventDocument(JSON.writeValueAsBytes(envelope));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Envelope(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            String time,
            String datacontenttype,
            EventDetails data) {}
}
