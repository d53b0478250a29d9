package org.answerloop.conversation.model;

import java.util.List;

/** The content that an agent reply refers to. */
public record ContentSources(List<ContentSource> list) {

    public static final ContentSources NONE = new ContentSources(List.of());

    public ContentSources {
        list = List.copyOf(list);
    }

    /**
     * One piece of content.
     *
     * @param type what it is: article, page, short_answer …
     */
    public record ContentSource(String type, String id, String title, String url) {}
}
