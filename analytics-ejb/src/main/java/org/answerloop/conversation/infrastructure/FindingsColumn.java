package org.answerloop.conversation.infrastructure;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.answerloop.conversation.model.Findings;

/** The findings of a verdict, as JSON. */
@Converter(autoApply = true)
public class FindingsColumn implements AttributeConverter<Findings, String> {

    private final JsonColumn<Findings> json = new JsonColumn<>(Findings.class, null);

    @Override
    public String convertToDatabaseColumn(Findings value) {
        return json.write(value);
    }

    @Override
    public Findings convertToEntityAttribute(String column) {
        return json.read(column);
    }
}
