package org.answerloop.conversation.infrastructure;

import jakarta.persistence.Converter;

import org.answerloop.conversation.model.Actions;

/** The actions that a reply performed, as JSON. */
@Converter(autoApply = true)
public class ActionsColumn extends JsonColumn<Actions> {

    public ActionsColumn() {
        super(Actions.class);
    }

    @Override
    boolean isEmpty(Actions value) {
        return value.names().isEmpty();
    }

    @Override
    Actions empty() {
        return Actions.NONE;
    }
}
