package org.answerloop.answer.application;

import java.util.Collection;
import java.util.List;

import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.PublishedAnswer;

/** Where published answers are looked up by what they say; each server has its own. */
public interface AnswerIndex {

    /** From now on these are found, as they read now. */
    void put(Collection<PublishedAnswer> answers);

    /** From now on these are not found. */
    void remove(Collection<Long> ids);

    /**
     * @param language only answers in that language, of whatever region; null for any
     * @return the best first
     */
    List<FoundAnswer> search(String question, String language, int limit);
}
