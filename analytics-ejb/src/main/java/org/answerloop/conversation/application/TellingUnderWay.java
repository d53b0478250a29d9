package org.answerloop.conversation.application;

import java.util.Collection;
import java.util.Set;

import org.answerloop.kernel.Sql;

/**
 * Knows of which conversations somebody is still telling piece by piece, as an import does of those in its file: they are
 * not to be judged before all of it is known.
 */
public interface TellingUnderWay {

    /**
     * Adds the condition that nobody is telling of the conversation any more.
     *
     * @param conversationId a constant of the program: how the query calls the conversation's id
     */
    Sql exclude(Sql query, String conversationId);

    /** @return those of which somebody is telling at this moment */
    Set<Long> among(Collection<Long> conversationIds);
}
