package org.answerloop.web.knowledge;

import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.ConnectionWishes;
import org.answerloop.connection.model.Grounding;

/** What an administrator decides about a connection, as the forms hold it. */
public class ConnectionForm {

    private final boolean groundingAsked;
    private final boolean agentsAsked;
    private String name;
    private String source;
    private Grounding grounding = Grounding.WITH_LINK;
    private String agents;

    private ConnectionForm(boolean groundingAsked, boolean agentsAsked) {
        this.groundingAsked = groundingAsked;
        this.agentsAsked = agentsAsked;
    }

    /** Of a connection that is to be made: before its platform is chosen, everything is asked. */
    static ConnectionForm empty() {
        return new ConnectionForm(true, true);
    }

    /** As the connection stands; asks what its platform leaves to it. */
    static ConnectionForm of(Connection connection) {
        ConnectionForm form = new ConnectionForm(
                connection.platform().isGroundingNeeded(), connection.platform().areAgentsNeeded());
        form.name = connection.name();
        form.source = connection.source();
        form.grounding = connection.grounding();
        form.agents = connection.agentList();
        return form;
    }

    /** @throws org.answerloop.connection.model.UnusableConnectionException where something is missing or too long */
    ConnectionWishes wishes() {
        return ConnectionWishes.of(name, source, grounding, agents);
    }

    /** Whether it is asked which replies count as grounded. */
    public boolean isGroundingAsked() {
        return groundingAsked;
    }

    /** Whether it is asked who is a customer agent. */
    public boolean isAgentsAsked() {
        return agentsAsked;
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
}
