package org.answerloop.gap.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Which topics are listed and which of their questions count. What is null leaves nothing out.
 *
 * @param language of the topic
 * @param channel of the conversation
 * @param customerAgent the id of the conversation's customer agent
 * @param from asked then or later
 * @param to asked before then
 * @param words part of the title or of what is listed below it, in upper or lower case
 */
public record TopicFilter(
        TopicSelection selection,
        String language,
        String channel,
        String customerAgent,
        Instant from,
        Instant to,
        String words) {

    /** What is open. */
    public static final TopicFilter NONE = new TopicFilter(TopicSelection.OPEN, null, null, null, null, null, null);

    public TopicFilter {
        Objects.requireNonNull(selection);
        language = blankToNull(language);
        channel = blankToNull(channel);
        customerAgent = blankToNull(customerAgent);
        words = blankToNull(words);
    }

    /** Whether some questions of a topic count and others do not, so that what was counted beforehand does not serve. */
    public boolean choosesQuestions() {
        return channel != null || customerAgent != null || from != null || to != null;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
