package org.answerloop.web.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.connection.application.Connections;
import org.answerloop.connection.application.Connections.Told;
import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.ConnectionWishes;
import org.answerloop.connection.model.DeliveryTally;
import org.answerloop.connection.model.Grounding;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.UnusableConnectionException;

/** The platforms whose webhooks are taken in, and the making of another connection; its secret is shown once. */
@Named
@RequestScoped
public class ConnectionsPage {

    private Connections connections;
    private ConnectionWords words;
    private Platform platform = Platform.CHATWOOT;
    private String name;
    private String source;
    private Grounding grounding = Grounding.WITH_LINK;
    private String agents;
    private String secret;
    private Connection made;
    private String madeSecret;
    private List<Row> rows;

    /** For the proxy. */
    protected ConnectionsPage() {}

    @Inject
    public ConnectionsPage(Connections connections, ConnectionWords words) {
        this.connections = connections;
        this.words = words;
    }

    /**
     * A connection in the list.
     *
     * @param lastAt when it delivered last; null where it never did
     */
    public record Row(Connection connection, Instant lastAt, long failed) {}

    public void create() {
        rows = null;
        try {
            Told told = connections.create(platform, ConnectionWishes.of(name, source, grounding, agents), secret);
            made = connections.find(told.id()).orElseThrow();
            madeSecret = told.secret().orElse(null);
            name = null;
            source = null;
            agents = null;
        } catch (UnusableConnectionException e) {
            words.refuse(e);
        } finally {
            secret = null;
        }
    }

    public List<Row> getRows() {
        if (rows == null) {
            Map<Long, DeliveryTally> tallies = connections.tallies();
            rows = connections.list().stream()
                    .map(connection -> row(connection, tallies.get(connection.id())))
                    .toList();
        }
        return rows;
    }

    private static Row row(Connection connection, DeliveryTally tally) {
        return tally == null ? new Row(connection, null, 0) : new Row(connection, tally.lastAt(), tally.failed());
    }

    /** Null unless this request made one. */
    public Connection getMade() {
        return made;
    }

    /** Null where the administrator brought the secret. */
    public String getMadeSecret() {
        return madeSecret;
    }

    public Platform[] getPlatforms() {
        return Platform.values();
    }

    /** Before the platform is chosen, everything is asked. */
    public boolean isGroundingAsked() {
        return true;
    }

    public boolean isAgentsAsked() {
        return true;
    }

    public Grounding[] getGroundings() {
        return Grounding.values();
    }

    public Platform getPlatform() {
        return platform;
    }

    public void setPlatform(Platform platform) {
        this.platform = platform;
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

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }
}
