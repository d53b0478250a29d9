package org.answerloop.answer.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.PublishedAnswer;

/** Where published answers are looked up by what they say and by what they mean; each server has its own. */
public interface AnswerIndex {

    /** From now on these are found by their words, as they read now, and no longer by what they meant before. */
    void put(Collection<PublishedAnswer> answers);

    /** From now on these are not found. */
    void remove(Collection<Long> ids);

    /** From now on none is found. */
    void clear();

    /** Those of them that are found by their words alone so far, the newest first. */
    List<PublishedAnswer> withoutMeaning(Predicate<PublishedAnswer> wanted, int limit);

    int countWithoutMeaning();

    /** How many are found at all. */
    int count();

    /**
     * From now on these are found by what their questions mean, unless they read otherwise by now.
     *
     * @param everyday the mean of what visitors of any company ask
     */
    void understand(Map<PublishedAnswer, float[]> meanings, float[] everyday);

    /**
     * @param meaning of the question; null where it is not known
     * @param language only answers in that language, of whatever region; null for any
     * @return the best first
     */
    List<FoundAnswer> search(String question, float[] meaning, String language, int limit);
}
