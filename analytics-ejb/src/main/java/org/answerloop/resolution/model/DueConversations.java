package org.answerloop.resolution.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where the conversations come from that wait for their verdict. */
public interface DueConversations {

    /**
     * Names what is due, longest due first, without holding it.
     *
     * @param after the last one of the chunk before; null for the first chunk
     */
    List<Due> due(Instant now, Due after, int limit);

    /** Takes hold of those that are still due and that nobody else holds, for the current transaction. */
    List<DueConversation> claim(Collection<Due> due, Instant now);

    /** Writes down what was said to those that were claimed, in the same transaction. */
    void keep(List<DueConversation> claimed);

    /** Puts one aside that could not be evaluated, so that it does not stand in the way of the others. */
    void putAside(Due due, Instant until);

    /**
     * One that is due.
     *
     * @param id of the conversation
     */
    record Due(long id, Instant at) {}
}
