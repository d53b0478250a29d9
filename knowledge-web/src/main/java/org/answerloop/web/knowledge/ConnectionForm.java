package org.answerloop.web.knowledge;

import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.ConnectionWishes;
import org.answerloop.connection.model.Grounding;
import org.answerloop.connection.model.TicketPattern;

/** What an administrator decides about a connection, as the forms hold it. */
public class ConnectionForm {

    private final boolean groundingAsked;
    private final boolean agentsAsked;
    private final boolean ticketsAsked;
    private String name;
    private String source;
    private Grounding grounding = Grounding.WITH_LINK;
    private String agents;
    private String tickets;

    private ConnectionForm(boolean groundingAsked, boolean agentsAsked, boolean ticketsAsked) {
        this.groundingAsked = groundingAsked;
        this.agentsAsked = agentsAsked;
        this.ticketsAsked = ticketsAsked;
    }

    /** Of a connection that is to be made: before its platform is chosen, everything is asked. */
    static ConnectionForm empty() {
        return new ConnectionForm(true, true, true);
    }

    /** As the connection stands; asks what its platform leaves to it. */
    static ConnectionForm of(Connection connection) {
        ConnectionForm form = new ConnectionForm(
                connection.platform().isGroundingNeeded(),
                connection.platform().areAgentsNeeded(),
                connection.platform().areTicketsNeeded());
        form.name = connection.name();
        form.source = connection.source();
        form.grounding = connection.grounding();
        form.agents = connection.agentList();
        form.tickets = connection.ticketPattern().map(TicketPattern::text).orElse(null);
        return form;
    }

    /** @throws org.answerloop.connection.model.UnusableConnectionException where something is missing or too long */
    ConnectionWishes wishes() {
        return ConnectionWishes.of(name, source, grounding, agents, tickets);
    }

    /** Whether it is asked which replies count as grounded. */
    public boolean isGroundingAsked() {
        return groundingAsked;
    }

    /** Whether it is asked who is a customer agent. */
    public boolean isAgentsAsked() {
        return agentsAsked;
    }

    /** Whether it is asked where tickets are opened. */
    public boolean isTicketsAsked() {
        return ticketsAsked;
    }

    public Grounding[] getGroundings() {
        return Grounding.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public Grounding getGrounding() {
        return grounding;
    }

    public void setGrounding(Grounding grounding) {
        this.grounding = grounding;
    }

    public String getAgents() {
        return agents;
    }

    public void setAgents(String agents) {
        this.agents = agents;
    }

    public String getTickets() {
        return tickets;
    }

    public void setTickets(String tickets) {
        this.tickets = tickets;
    }
}
