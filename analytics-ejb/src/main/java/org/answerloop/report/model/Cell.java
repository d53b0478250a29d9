package org.answerloop.report.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A combination of what a report can be filtered by: for each a value, or {@link #ALL}.
 *
 * @param agent the id of the customer agent
 * @param language BCP 47
 */
public record Cell(String agent, String language, String channel) {

    public static final String ALL = "";

    /** What a filter asks for. */
    public static Cell of(ReportFilter filter) {
        return of(filter.agent(), filter.language(), filter.channel());
    }

    /** @param agent null, as the others, where a conversation has none: it is among all, and no filter asks for it */
    public static Cell of(String agent, String language, String channel) {
        return new Cell(orAll(agent), orAll(language), orAll(channel));
    }

    /** Every combination that a conversation of this one belongs to. */
    public Set<Cell> covering() {
        Set<Cell> cells = new LinkedHashSet<>();
        for (String agents : eitherOf(agent)) {
            for (String languages : eitherOf(language)) {
                for (String channels : eitherOf(channel)) {
                    cells.add(new Cell(agents, languages, channels));
                }
            }
        }
        return cells;
    }

    private static Set<String> eitherOf(String value) {
        return new LinkedHashSet<>(List.of(value, ALL));
    }

    private static String orAll(String value) {
        return value == null ? ALL : value;
    }
}
