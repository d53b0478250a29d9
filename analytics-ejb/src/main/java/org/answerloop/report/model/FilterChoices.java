package org.answerloop.report.model;

import java.util.List;

/** What a report can be filtered by: what occurs among the eligible conversations, in alphabetical order. */
public record FilterChoices(List<String> channels, List<Agent> agents, List<String> languages) {

    /** For where they are not known. */
    public static final FilterChoices NONE = new FilterChoices(List.of(), List.of(), List.of());

    public FilterChoices {
        channels = List.copyOf(channels);
        agents = List.copyOf(agents);
        languages = List.copyOf(languages);
    }

    /**
     * A customer agent that took part.
     *
     * @param name its id where no source named it
     */
    public record Agent(String id, String name) {}
}
