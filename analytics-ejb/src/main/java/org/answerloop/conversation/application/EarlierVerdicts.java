package org.answerloop.conversation.application;

import java.util.List;

import org.answerloop.conversation.model.EarlierVerdict;

/** The verdicts that conversations had before they were judged once more. */
public interface EarlierVerdicts {

    /** The latest first; of most conversations there are none. */
    List<EarlierVerdict> of(long conversationId);
}
