package org.answerloop.conversation.infrastructure;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.answerloop.conversation.model.ContentSources;

/** The content that a reply refers to, as JSON. */
@Converter(autoApply = true)
public class ContentSourcesColumn implements AttributeConverter<ContentSources, String> {

    private final JsonColumn<ContentSources> json = new JsonColumn<>(ContentSources.class, ContentSources.NONE);

    @Override
    public String convertToDatabaseColumn(ContentSources value) {
        return json.write(value);
    }

    @Override
    public ContentSources convertToEntityAttribute(String column) {
        return json.read(column);
    }
}
