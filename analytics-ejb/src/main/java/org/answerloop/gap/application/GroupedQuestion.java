package org.answerloop.gap.application;

import org.answerloop.gap.model.TopicName;

/**
 * A question whose topic is decided.
 *
 * @param from what was due, and where it was
 * @param vector as it is to be stored; null where there is nothing to store
 * @param language of the topic
 * @param begun how the topic is called where the question began it, and null where it came to one that was there
 */
public record GroupedQuestion(DueQuestion from, long topic, byte[] vector, String language, TopicName begun) {

    /** Whether it left a topic. */
    boolean moved() {
        return from.topic() != null && from.topic() != topic;
    }
}
