package org.answerloop.gap.model;

import java.time.Instant;

/**
 * Which of a topic's questions count; a topic of which none does is not listed. What is null leaves nothing out.
 *
 * @param language of the topic
 * @param channel of the conversation
 * @param customerAgent the id of the conversation's customer agent
 * @param from asked then or later
 * @param to asked before then
 * @param words part of the title or of what is listed below it, in upper or lower case
 */
public record TopicFilter(
        String language, String channel, String customerAgent, Instant from, Instant to, String words) {

    public static final TopicFilter NONE = new TopicFilter(null, null, null, null, null, null);
}
