package org.answerloop.report.infrastructure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

import org.answerloop.conversation.model.Eligibility;
import org.answerloop.kernel.Sql;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.FilterChoices.Agent;

/** What occurs among the eligible conversations, in one pass over them. */
final class ChoicesQuery {

    private final DataSource dataSource;

    ChoicesQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    FilterChoices choices() {
        List<Combination> combinations = new Sql()
                .add("select c.channel, c.language, c.agent_id, max(c.agent_name) as agent_name from conversation c")
                .add("where " + Eligibility.CONDITION)
                .add("group by c.channel, c.language, c.agent_id")
                .list(
                        dataSource,
                        row -> new Combination(
                                row.getString("channel"),
                                row.getString("language"),
                                row.getString("agent_id"),
                                row.getString("agent_name")));
        Set<String> channels = new TreeSet<>();
        Set<String> languages = new TreeSet<>();
        Map<String, String> agents = new HashMap<>();
        for (Combination combination : combinations) {
            channels.add(combination.channel());
            if (combination.language() != null) {
                languages.add(combination.language());
            }
            if (combination.agentId() != null) {
                agents.merge(combination.agentId(), combination.agentLabel(), ChoicesQuery::later);
            }
        }
        return new FilterChoices(List.copyOf(channels), byName(agents), List.copyOf(languages));
    }

    private static List<Agent> byName(Map<String, String> agents) {
        return agents.entrySet().stream()
                .map(entry -> new Agent(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Agent::name).thenComparing(Agent::id))
                .toList();
    }

    /** An agent that was renamed has several names; the choice is the same for every reader. */
    private static String later(String one, String other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private record Combination(String channel, String language, String agentId, String agentName) {

        String agentLabel() {
            return agentName == null ? agentId : agentName;
        }
    }
}
