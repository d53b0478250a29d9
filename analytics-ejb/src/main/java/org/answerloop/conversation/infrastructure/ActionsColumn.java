package org.answerloop.conversation.infrastructure;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.answerloop.conversation.model.Actions;

/** The actions that a reply performed, as JSON. */
@Converter(autoApply = true)
public class ActionsColumn implements AttributeConverter<Actions, String> {

    private final JsonColumn<Actions> json = new JsonColumn<>(Actions.class, Actions.NONE);

    @Override
    public String convertToDatabaseColumn(Actions value) {
        return json.write(value);
    }

    @Override
    public Actions convertToEntityAttribute(String column) {
        return json.read(column);
    }
}
