package org.answerloop.web.knowledge;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.answerloop.access.model.KeyRequest;
import org.answerloop.access.model.Scope;
import org.answerloop.access.model.SourceRule;
import org.answerloop.access.model.UnusableKeyException;
import org.answerloop.settings.Settings;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** The keys of the programs that call the API: made, shown once, rotated, revoked. */
@Named
@RequestScoped
public class KeysPage {

    private ApiKeys apiKeys;
    private Settings settings;
    private Clock clock;
    private FacesContext context;
    private Formats formats;
    private ResourceBundle words;
    private String label;
    private Scope[] scopes = {};
    private String sources;
    private String lastDay;
    private String newLabel;
    private String newSecret;
    private List<KeyRow> keys;

    /** How long the secret so far opens beside a new one. */
    public enum Overlap {
        NONE(Duration.ZERO),
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7)),
        MONTH(ApiKey.LONGEST_OVERLAP);

        private final Duration length;

        Overlap(Duration length) {
            this.length = length;
        }
    }

    /** For the proxy. */
    protected KeysPage() {}

    @Inject
    public KeysPage(
            ApiKeys apiKeys,
            Settings settings,
            Clock clock,
            FacesContext context,
            Preferences preferences,
            Formats formats) {
        this.apiKeys = apiKeys;
        this.settings = settings;
        this.clock = clock;
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
            NewKey key = apiKeys.create(new KeyRequest(label, chosen, SourceRule.parse(sources), end()));
            newSecret = key.secret();
            newLabel = label;
            label = null;
            scopes = new Scope[0];
            sources = null;
            lastDay = null;
        } catch (UnusableKeyException e) {
            refuse(e);
        }
    }

    /** The last day is the key's as a whole, as the reporting zone has it. Null for a key without an end. */
    private Instant end() {
        try {
            return lastDay == null || lastDay.isBlank()
                    ? null
                    : LocalDate.parse(lastDay.strip())
                            .plusDays(1)
                            .atStartOfDay(settings.zone())
                            .toInstant();
        } catch (DateTimeException e) {
            throw new UnusableKeyException(UnusableKeyException.Reason.EXPIRY);
        }
    }

    /** Gives the key another secret, which is shown as that of a new key is. */
    public void rotate(long id, Overlap overlap) {
        forget();
        try {
            newSecret = apiKeys.rotate(id, overlap.length).secret();
            newLabel = getKeys().stream()
                    .map(KeyRow::getKey)
                    .filter(key -> key.id() == id)
                    .map(ApiKey::label)
                    .findFirst()
                    .orElse("");
        } catch (UnusableKeyException e) {
            refuse(e);
        }
    }

    /** From now on the secret before the last rotation opens nothing. */
    public void endEarlier(long id) {
        forget();
        try {
            apiKeys.endEarlier(id);
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

    public List<KeyRow> getKeys() {
        if (keys == null) {
            Instant now = clock.instant();
            keys = apiKeys.list().stream()
                    .map(key -> new KeyRow(
                            key,
                            now,
                            settings.bootstrapApiKey().filter(key::hasSecret).isPresent()))
                    .toList();
        }
        return keys;
    }

    /** Whether some key ends within days, and no programs of its holder after it. */
    public boolean isSomeExpiring() {
        return getKeys().stream().anyMatch(KeyRow::isExpiringSoon);
    }

    public Overlap[] getOverlaps() {
        return Overlap.values();
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

    public String getSources() {
        return sources;
    }

    public void setSources(String sources) {
        this.sources = sources;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay;
    }

    public Scope[] getScopes() {
        return scopes.clone();
    }

    public void setScopes(Scope[] scopes) {
        this.scopes = scopes.clone();
    }
}
