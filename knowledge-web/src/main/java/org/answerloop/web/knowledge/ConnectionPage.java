package org.answerloop.web.knowledge;

import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.connection.application.Connections;
import org.answerloop.connection.application.TryConnection;
import org.answerloop.connection.application.TryConnection.Trial;
import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.UnusableConnectionException;
import org.answerloop.web.http.NoSuchPage;

/**
 * One connection: its address and secrets, what is decided about it, and trying it out. Which one is known from the
 * request's parameter before the view is looked at: what the view holds depends on it.
 */
@Named
@RequestScoped
public class ConnectionPage {

    private Connections connections;
    private TryConnection trying;
    private ConnectionWords words;
    private Long id;
    private Connection connection;
    private Long version;
    private ConnectionForm form;
    private String secret;
    private String newSecret;
    private String apiBase;
    private String apiToken;
    private Trial trial;

    /** For the proxy. */
    protected ConnectionPage() {}

    @Inject
    public ConnectionPage(
            Connections connections,
            TryConnection trying,
            ConnectionWords words,
            @RequestParameterMap Map<String, String> parameters) {
        this.id = id(parameters.get("id"));
        this.connections = connections;
        this.trying = trying;
        this.words = words;
    }

    /** Reads the connection that the address names, or answers that there is none. */
    public void load() {
        if (getConnection() == null) {
            NoSuchPage.show();
            return;
        }
        version = connection.version();
        apiBase = connection.apiBase();
    }

    public void save() {
        change(() -> connections.change(id, version, form.wishes()));
    }

    public void addSecret() {
        change(() -> newSecret = connections.addSecret(id, secret).secret().orElse(null));
        secret = null;
    }

    public void ask() {
        change(() -> connections.ask(id, apiBase, apiToken));
        apiToken = null;
    }

    public void dropEarlierSecret() {
        change(() -> connections.dropEarlierSecret(id));
    }

    public void enable() {
        change(() -> connections.enable(id));
    }

    public void disable() {
        change(() -> connections.disable(id));
    }

    /** Sends a sample, and shows what came of it. */
    public void send() {
        change(() -> trial = trying.send(id));
    }

    private void change(Runnable deed) {
        try {
            deed.run();
            connection = null;
            version = getConnection().version();
        } catch (UnusableConnectionException e) {
            words.refuse(e);
        }
    }

    /** Null where there is none. */
    public Connection getConnection() {
        if (connection == null && id != null) {
            connection = connections.find(id).orElse(null);
        }
        return connection;
    }

    /** Null unless this request made one. */
    public String getNewSecret() {
        return newSecret;
    }

    /** Null unless this request sent a sample. */
    public Trial getTrial() {
        return trial;
    }

    /** Holds what the connection is until somebody types something else. */
    public ConnectionForm getForm() {
        if (form == null) {
            form = ConnectionForm.of(getConnection());
        }
        return form;
    }

    /** Whether the platform is asked for what its webhooks leave out or miss. */
    public boolean isApiAsked() {
        return getConnection().platform().isApiNeeded() || isReconciled();
    }

    /** Whether the platform is asked for what its webhooks miss. */
    public boolean isReconciled() {
        return getConnection().platform().isReconciled();
    }

    public Long getId() {
        return id;
    }

    private static Long id(String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public Long getVersion() {
        return version;
    }

    public void setVersion(Long version) {
        this.version = version;
    }

    public String getApiBase() {
        return apiBase;
    }

    public void setApiBase(String apiBase) {
        this.apiBase = apiBase;
    }

    public String getApiToken() {
        return apiToken;
    }

    public void setApiToken(String apiToken) {
        this.apiToken = apiToken;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }
}
