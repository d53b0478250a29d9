package org.answerloop.web.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.access.application.ApiKeys;
import org.answerloop.access.application.ApiKeys.NewKey;
import org.answerloop.access.model.ApiKey;
import org.answerloop.access.model.Scope;
import org.answerloop.access.model.UnusableKeyException;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** The keys of the programs that call the API: made, shown once, revoked. */
@Named
@RequestScoped
public class KeysPage {

    private ApiKeys apiKeys;
    private FacesContext context;
    private Formats formats;
    private ResourceBundle words;
    private String label;
    private Scope[] scopes = {};
    private String newLabel;
    private String newSecret;
    private List<ApiKey> keys;

    /** For the proxy. */
    protected KeysPage() {}

    @Inject
    public KeysPage(ApiKeys apiKeys, FacesContext context, Preferences preferences, Formats formats) {
        this.apiKeys = apiKeys;
        this.context = context;
        this.formats = formats;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    /** Makes a key; its secret is shown in this answer and never again. */
    public void create() {
        forget();
        try {
            Set<Scope> chosen = EnumSet.noneOf(Scope.class);
            chosen.addAll(List.of(scopes));
            NewKey key = apiKeys.create(label, chosen);
            newSecret = key.secret();
            newLabel = label;
            label = null;
            scopes = new Scope[0];
        } catch (UnusableKeyException e) {
            refuse(e);
        }
    }

    /** From now on the key opens nothing. The page says which by its id: other keys may have come since it was drawn. */
    public void revoke(long id) {
        forget();
        try {
            apiKeys.revoke(id);
        } catch (UnusableKeyException e) {
            refuse(e);
        }
    }

    public List<ApiKey> getKeys() {
        if (keys == null) {
            keys = apiKeys.list();
        }
        return keys;
    }

    private void forget() {
        keys = null;
        newSecret = null;
        newLabel = null;
    }

    private void refuse(UnusableKeyException refusal) {
        String sentence = formats.text(words.getString("keys.refused." + refusal.reason()), ApiKey.LABEL);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }

    public Scope[] getAllScopes() {
        return Scope.values();
    }

    public int getLongestLabel() {
        return ApiKey.LABEL;
    }

    public String getNewSecret() {
        return newSecret;
    }

    public String getNewLabel() {
        return newLabel;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public Scope[] getScopes() {
        return scopes.clone();
    }

    public void setScopes(Scope[] scopes) {
        this.scopes = scopes.clone();
    }
}
