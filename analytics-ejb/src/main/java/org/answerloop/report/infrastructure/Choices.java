package org.answerloop.report.infrastructure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.answerloop.report.model.Cell;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.FilterChoices.Agent;

/** Collects what a report can be filtered by, from wherever it is found. */
final class Choices {

    private final Set<String> channels = new TreeSet<>();
    private final Set<String> languages = new TreeSet<>();
    private final Map<String, String> agents = new HashMap<>();

    void addChannel(String channel) {
        channels.add(channel);
    }

    /** @param language null where there is none */
    void addLanguage(String language) {
        if (language != null) {
            languages.add(language);
        }
    }

    /**
     * @param id null where there is none
     * @param name null where it has none, and then it is called by its id
     */
    void addAgent(String id, String name) {
        if (id != null) {
            agents.merge(id, name == null ? id : name, Choices::later);
        }
    }

    /** @param agentName null where the cell is of all agents, or its agent has no name */
    void add(Cell cell, String agentName) {
        if (!cell.channel().equals(Cell.ALL)) {
            addChannel(cell.channel());
        }
        if (!cell.language().equals(Cell.ALL)) {
            addLanguage(cell.language());
        }
        if (!cell.agent().equals(Cell.ALL)) {
            addAgent(cell.agent(), agentName);
        }
    }

    FilterChoices toFilterChoices() {
        List<Agent> byName = agents.entrySet().stream()
                .map(entry -> new Agent(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Agent::name).thenComparing(Agent::id))
                .toList();
        return new FilterChoices(List.copyOf(channels), byName, List.copyOf(languages));
    }

    /** An agent that was renamed has several names; the choice is the same for every reader. */
    private static String later(String one, String other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
