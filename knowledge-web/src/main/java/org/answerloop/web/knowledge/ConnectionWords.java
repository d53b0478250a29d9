package org.answerloop.web.knowledge;

import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.UnusableConnectionException;
import org.answerloop.web.preference.Preferences;

/** What the pages of the connections say in the person's language, and the addresses as the person reaches them. */
@Named
@RequestScoped
public class ConnectionWords {

    private FacesContext context;
    private ResourceBundle words;

    /** For the proxy. */
    protected ConnectionWords() {}

    @Inject
    public ConnectionWords(FacesContext context, Preferences preferences) {
        this.context = context;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    void refuse(UnusableConnectionException refusal) {
        say(FacesMessage.SEVERITY_ERROR, "connections.refused." + refusal.reason());
    }

    void say(Severity severity, String key) {
        context.addMessage(null, new FacesMessage(severity, words.getString(key), null));
    }

    /** The address to give to the platform, on the host by which this page was reached. */
    public String webhook(Connection connection) {
        ExternalContext request = context.getExternalContext();
        int port = request.getRequestServerPort();
        boolean isUsual = port == ("https".equals(request.getRequestScheme()) ? 443 : 80);
        return request.getRequestScheme() + "://" + request.getRequestServerName() + (isUsual ? "" : ":" + port)
                + "/api/v1/webhooks/" + connection.platform().path() + "/" + connection.address();
    }
}
