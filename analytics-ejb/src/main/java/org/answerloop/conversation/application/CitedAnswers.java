package org.answerloop.conversation.application;

import java.util.Collection;

import org.answerloop.conversation.model.CitingReply;

/** Is told which short answers replies cite, in the transaction that takes the replies in. */
public interface CitedAnswers {

    /** @param replies those that cite one now, or may have done so before */
    void cited(Collection<CitingReply> replies);
}
