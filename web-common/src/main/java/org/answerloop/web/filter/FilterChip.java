package org.answerloop.web.filter;

import java.util.List;

/**
 * One filter of the bar, as it is set and as it can be set.
 *
 * @param key names the filter in the bundle ({@code filter.<key>}) and the parameter of the address
 * @param value what it is set to; empty where it lets everything through
 * @param choices what it can be set to
 */
public record FilterChip(String key, String value, List<Choice> choices) {

    /** Keeps a copy that nobody changes. */
    public FilterChip {
        choices = List.copyOf(choices);
    }

    /**
     * One way to set a filter.
     *
     * @param label what it is called
     * @param address the same page with it
     * @param current whether it is set so
     */
    public record Choice(String label, String address, boolean current) {}
}
