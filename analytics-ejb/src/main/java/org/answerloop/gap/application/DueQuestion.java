package org.answerloop.gap.application;

import org.answerloop.gap.model.GroupingDue;

/**
 * A question that the grouping has something to do with.
 *
 * @param question null where it is to be forgotten
 * @param language of its conversation, as the source told it; null where it did not
 * @param topic where it is; null where it is in none so far
 * @param topicLanguage of that topic; null with it
 * @param placed whether a person put it into its topic
 * @param vector as it is stored; null where there is none by the model that runs
 */
public record DueQuestion(
        long id,
        GroupingDue due,
        String question,
        String language,
        Long topic,
        String topicLanguage,
        boolean placed,
        byte[] vector) {

    /** Whether it stays where it is. */
    boolean stays() {
        return topic != null && (placed || due == GroupingDue.PLACED);
    }
}
