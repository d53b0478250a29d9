package org.answerloop.conversation.infrastructure;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Keeps a value as JSON in one column: what is always read and written as a whole needs no table of its own. The
 * converters delegate to it rather than extend it, because EclipseLink looks for the converted type at the converter
 * itself.
 *
 * @param <T> the value
 */
final class JsonColumn<T> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Class<T> type;
    private final T empty;

    /** @param empty what an empty column means; may be null */
    JsonColumn(Class<T> type, T empty) {
        this.type = type;
        this.empty = empty;
    }

    String write(T value) {
        if (value == null || value.equals(empty)) {
            return null;
        }
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    T read(String column) {
        if (column == null) {
            return empty;
        }
        try {
            return JSON.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
