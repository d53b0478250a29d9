package org.answerloop.conversation.model;

import java.util.List;

/** What the customer agent did, not only said: the names of the actions, in their order. */
public record Actions(List<String> names) {

    public static final Actions NONE = new Actions(List.of());

    public Actions {
        names = List.copyOf(names);
    }
}
