package org.answerloop.gap.model;

import java.util.Comparator;
import java.util.List;

/**
 * How a topic is called until somebody calls it otherwise.
 *
 * @param title the shortest of the questions in its middle
 * @param phrases what its questions have in common, with a middle dot between them
 */
public record TopicName(String title, String phrases) {

    /** Of a topic whose questions are still to say it. */
    public static final TopicName NONE = new TopicName("", "");

    /** So many questions in the middle of a topic name it. */
    public static final int CORE = 40;

    private static final int MIDDLE = 7;
    private static final int PHRASES = 3;
    private static final int LONGEST = 300;

    public TopicName {
        title = cut(title);
        phrases = cut(phrases);
    }

    /** @param core the texts of its questions, those in the middle first */
    public static TopicName of(List<String> core, KeyPhrases keyPhrases) {
        String title = core.stream()
                .limit(MIDDLE)
                .min(Comparator.comparingInt(String::length))
                .orElse("");
        return new TopicName(title, String.join(" · ", keyPhrases.of(core, PHRASES)));
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
