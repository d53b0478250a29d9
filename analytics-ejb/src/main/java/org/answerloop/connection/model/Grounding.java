package org.answerloop.connection.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.answerloop.event.model.EventDetails.ContentSource;

/**
 * Whether an agent reply counts as grounded where the platform does not say what the reply leans on. A resolution needs a
 * grounded reply, so this moves the resolution rate.
 */
public enum Grounding {
    /** Every agent reply counts as grounded: conversations resolve whenever nothing speaks against it. */
    ALWAYS {
        @Override
        List<ContentSource> sourcesOf(String text) {
            return List.of(new ContentSource("assumed", null, null, null));
        }
    },

    /** A reply is grounded by the links in it. */
    WITH_LINK {
        @Override
        List<ContentSource> sourcesOf(String text) {
            List<ContentSource> links = new ArrayList<>();
            Matcher link = LINK.matcher(text);
            while (link.find() && links.size() < MOST_LINKS) {
                links.add(new ContentSource("link", null, null, link.group()));
            }
            return links;
        }
    },

    /** No reply is grounded: without word from elsewhere, no conversation of this connection is resolved. */
    NEVER {
        @Override
        List<ContentSource> sourcesOf(String text) {
            return List.of();
        }
    };

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'()\\[\\]]*[^\\s<>\"'()\\[\\].,;:!?]");
    private static final int MOST_LINKS = 20;

    /** What the reply is taken to lean on. */
    abstract List<ContentSource> sourcesOf(String text);
}
