package org.answerloop.web.menu;

import java.util.List;

/**
 * Lines of the menu under one heading.
 *
 * @param key names the heading in the bundle ({@code menu.<key>})
 * @param entries its lines, at least one
 */
public record MenuGroup(String key, List<MenuEntry> entries) {

    /** Keeps a copy that nobody changes. */
    public MenuGroup {
        entries = List.copyOf(entries);
    }

    /** The key of the heading in the bundle. */
    public String headingKey() {
        return "menu." + key;
    }
}
