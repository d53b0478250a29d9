package org.answerloop.imports.model;

import java.io.UncheckedIOException;
import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Options are a JSON object of texts in the table. */
@Converter
public class ImportOptionsColumn implements AttributeConverter<ImportOptions, String> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(ImportOptions options) {
        try {
            return JSON.writeValueAsString(options.texts());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ImportOptions convertToEntityAttribute(String column) {
        try {
            return ImportOptions.of(JSON.readValue(column, TEXTS));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
