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
import org.answerloop.connection.model.DeliveryTally;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.UnusableConnectionException;

/** The platforms whose webhooks are taken in, and the making of another connection; its secret is shown once. */
@Named
@RequestScoped
public class ConnectionsPage {

    private Connections connections;
    private ConnectionWords words;
    private Platform platform = Platform.CHATWOOT;
    private ConnectionForm form = ConnectionForm.empty();
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
            Told told = connections.create(platform, form.wishes(), secret);
            made = connections.find(told.id()).orElseThrow();
            madeSecret = told.secret().orElse(null);
            form = ConnectionForm.empty();
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

    public ConnectionForm getForm() {
        return form;
    }

    public Platform getPlatform() {
        return platform;
    }

    public void setPlatform(Platform platform) {
        this.platform = platform;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }
}
