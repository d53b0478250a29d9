package org.answerloop.connection.model;

import java.util.Set;

/**
 * What a connection's mapping has to be told.
 *
 * @param source the CloudEvents source of the connection's conversations
 * @param grounding where the platform does not say whether a reply used a source or an action
 * @param agents the platform's ids of the users that are customer agents, where it does not tell them from teammates
 * @param tickets where tickets are opened
 */
public record MappingSettings(String source, Grounding grounding, Set<String> agents, TicketAddresses tickets) {

    public MappingSettings {
        agents = Set.copyOf(agents);
    }

    /** Of a connection whose tickets are opened nowhere. */
    public MappingSettings(String source, Grounding grounding, Set<String> agents) {
        this(source, grounding, agents, TicketAddresses.NONE);
    }
}
