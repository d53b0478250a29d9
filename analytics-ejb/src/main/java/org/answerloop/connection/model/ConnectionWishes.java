package org.answerloop.connection.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.answerloop.connection.model.UnusableConnectionException.Reason;

/**
 * What an administrator decides about a connection.
 *
 * @param agents the platform's user ids of the customer agents
 * @param tickets where tickets are opened; empty for where the platform has them
 */
public record ConnectionWishes(
        String name, String source, Grounding grounding, List<String> agents, Optional<TicketPattern> tickets) {

    /** @throws UnusableConnectionException where something is missing or too long */
    public ConnectionWishes {
        name = filled(name, Connection.NAME, Reason.NAME);
        source = filled(source, Connection.SOURCE, Reason.SOURCE);
        agents = List.copyOf(agents);
        if (String.join(",", agents).length() > Connection.AGENTS) {
            throw new UnusableConnectionException(Reason.AGENTS);
        }
    }

    /**
     * @param agents separated by commas or blanks; null or empty for none
     * @param tickets as {@link TicketPattern} reads it; null or blank for where the platform has them
     */
    public static ConnectionWishes of(String name, String source, Grounding grounding, String agents, String tickets) {
        List<String> ids = agents == null
                ? List.of()
                : Arrays.stream(agents.split("[,;\\s]+"))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList();
        return new ConnectionWishes(name, source, grounding, ids, TicketPattern.read(tickets));
    }

    private static String filled(String text, int most, Reason reason) {
        if (text == null || text.isBlank() || text.strip().length() > most) {
            throw new UnusableConnectionException(reason);
        }
        return text.strip();
    }
}
