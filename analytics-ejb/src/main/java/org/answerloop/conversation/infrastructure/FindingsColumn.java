package org.answerloop.conversation.infrastructure;

import jakarta.persistence.Converter;

import org.answerloop.conversation.model.Findings;

/** The findings of a verdict, as JSON. */
@Converter(autoApply = true)
public class FindingsColumn extends JsonColumn<Findings> {

    public FindingsColumn() {
        super(Findings.class);
    }

    @Override
    boolean isEmpty(Findings value) {
        return false;
    }

    @Override
    Findings empty() {
        return null;
    }
}
