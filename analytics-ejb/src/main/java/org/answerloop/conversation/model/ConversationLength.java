package org.answerloop.conversation.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How long a conversation is, for whoever does something to all that was said in several in one transaction.
 *
 * @param messages or whatever else of it is done something to
 */
public record ConversationLength(long id, long messages) {

    /**
     * As many of the first as have no more messages than that between them, and one at least.
     *
     * @return their ids, in the same order
     */
    public static List<Long> first(List<ConversationLength> conversations, long mostMessages) {
        List<Long> first = new ArrayList<>();
        long messages = 0;
        for (ConversationLength conversation : conversations) {
            messages += conversation.messages();
            if (!first.isEmpty() && messages > mostMessages) {
                break;
            }
            first.add(conversation.id());
        }
        return first;
    }
}
