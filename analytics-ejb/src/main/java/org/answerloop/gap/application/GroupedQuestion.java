package org.answerloop.gap.application;

import org.answerloop.gap.model.TopicName;

/**
 * A question that has come to a topic.
 *
 * @param vector as it is stored; null where no model runs
 * @param begun how the topic is called where the question began it, and null where it came to one that was there
 */
public record GroupedQuestion(long id, long topic, byte[] vector, String language, TopicName begun) {}
