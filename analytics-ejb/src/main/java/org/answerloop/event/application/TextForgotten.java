package org.answerloop.event.application;

import java.util.Collection;
import java.util.List;

/**
 * What was said in these conversations is being forgotten, in this transaction. Whoever keeps some of it elsewhere observes
 * this and forgets it too.
 *
 * @param conversationIds not empty
 */
public record TextForgotten(Collection<Long> conversationIds) {

    public TextForgotten {
        conversationIds = List.copyOf(conversationIds);
    }
}
