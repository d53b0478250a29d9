package org.answerloop.web.menu;

/**
 * A line of the menu.
 *
 * @param key names the page, and its title in the bundle ({@code menu.<key>})
 * @param address the address, from the root of the host
 */
public record MenuEntry(String key, String address) {

    /** The key of the title in the bundle. */
    public String titleKey() {
        return "menu." + key;
    }
}
