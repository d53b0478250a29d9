package org.answerloop.web.menu;

/**
 * A line of the menu.
 *
 * @param key names the page, and its title in the bundle ({@code menu.<key>})
 * @param address the address, from the root of the host
 * @param counted whether it says how many wait there for somebody
 */
public record MenuEntry(String key, String address, boolean counted) {

    /** A line that says nothing more than its title. */
    public MenuEntry(String key, String address) {
        this(key, address, false);
    }

    /** The key of the title in the bundle. */
    public String titleKey() {
        return "menu." + key;
    }
}
