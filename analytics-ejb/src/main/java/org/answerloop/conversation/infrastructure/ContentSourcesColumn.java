package org.answerloop.conversation.infrastructure;

import jakarta.persistence.Converter;

import org.answerloop.conversation.model.ContentSources;

/** The content that a reply refers to, as JSON. */
@Converter(autoApply = true)
public class ContentSourcesColumn extends JsonColumn<ContentSources> {

    public ContentSourcesColumn() {
        super(ContentSources.class);
    }

    @Override
    boolean isEmpty(ContentSources value) {
        return value.list().isEmpty();
    }

    @Override
    ContentSources empty() {
        return ContentSources.NONE;
    }
}
