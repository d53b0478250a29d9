package org.answerloop.conversation.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The content that an agent reply refers to. */
public record ContentSources(List<ContentSource> list) {

    public static final ContentSources NONE = new ContentSources(List.of());

    /** What a source says that is one of our answers. */
    private static final String SHORT_ANSWER = "short_answer";

    public ContentSources {
        list = List.copyOf(list);
    }

    /** The ids of the short answers among them. */
    public Set<String> shortAnswers() {
        return list.stream()
                .filter(source -> SHORT_ANSWER.equals(source.type()) && source.id() != null)
                .map(ContentSource::id)
                .collect(Collectors.toSet());
    }

    /**
     * One piece of content.
     *
     * @param type what it is: article, page, short_answer …
     */
    public record ContentSource(String type, String id, String title, String url) {}
}
