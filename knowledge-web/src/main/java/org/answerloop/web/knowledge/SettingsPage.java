package org.answerloop.web.knowledge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.clock.ClockComparison;
import org.answerloop.clock.ClockState;
import org.answerloop.report.application.RebuildRollup;
import org.answerloop.report.model.RollupStatus;
import org.answerloop.settings.MailSettings;
import org.answerloop.settings.Settings;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** How this deployment is configured, as IT wrote it, without secrets; how its clock goes, and whether every day is counted again. */
@Named
@RequestScoped
public class SettingsPage {

    private Settings settings;
    private RebuildRollup rollup;
    private ClockComparison clocks;
    private Formats formats;
    private ResourceBundle words;
    private boolean rebuilt;

    /** For the proxy. */
    protected SettingsPage() {}

    @Inject
    public SettingsPage(
            Settings settings, RebuildRollup rollup, ClockComparison clocks, Formats formats, Preferences preferences) {
        this.settings = settings;
        this.clocks = clocks;
        this.rollup = rollup;
        this.formats = formats;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    /** Names of settings, as the bundle has them, with their values. */
    public Map<String, String> getValues() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("mode", settings.mode().name().toLowerCase(Locale.ROOT));
        values.put("reporting_zone", settings.zone().getId());
        values.put("week_start", formats.dayOfWeek(settings.weekStart()));
        values.put("resolution_window", text(settings.window()));
        values.put("evaluation_interval", text(settings.evaluationInterval()));
        values.put("evaluation_grace", text(settings.evaluationGrace()));
        values.put("rollup_interval", text(settings.rollupInterval()));
        values.put("reconciliation_interval", text(settings.reconciliationInterval()));
        values.put(
                "connection_hosts",
                settings.connectionHosts().isEmpty()
                        ? words.getString("settings.unset")
                        : String.join(", ", new TreeSet<>(settings.connectionHosts())));
        values.put(
                "retention",
                settings.retention().isZero() ? words.getString("settings.zero") : text(settings.retention()));
        values.put("seats", formats.count(settings.seats()));
        values.put("answers_by_two", Boolean.toString(settings.answersByTwo()));
        values.put("mail_host", settings.mail().map(MailSettings::host).orElse(words.getString("settings.unset")));
        return values;
    }

    /** As it is configured: ISO 8601. */
    private static String text(Duration duration) {
        return duration.toString();
    }

    /** The environment variable of a setting. */
    public String variable(String name) {
        return "ANSWERLOOP_" + name.toUpperCase(Locale.ROOT);
    }

    /** Has every day counted again. */
    public void rebuild() {
        rollup.rebuild();
        rebuilt = true;
    }

    public boolean isRebuilt() {
        return rebuilt;
    }

    /** How far the counting is, in a sentence or two. */
    public String getFigures() {
        Optional<RollupStatus> status = rollup.status();
        return status.map(known -> formats.text(
                                words.getString("settings.figures.text"),
                                known.zone().getId(),
                                formats.moment(known.beganAt()))
                        + " " + formats.text(words.getString("settings.figures.waiting"), known.waiting()))
                .orElse(words.getString("settings.figures.none"));
    }

    /** Whether the clock of the server that shows the page is right. */
    public boolean isClockRight() {
        return clocks.state().agrees();
    }

    /** How that server's clock compares with the database's, and what follows from it. */
    public String getClock() {
        ClockState state = clocks.state();
        if (!state.compared()) {
            return words.getString("settings.clock.unknown");
        }
        String difference = formats.duration(state.ahead().abs().toMillis() / 1000.0);
        String sentence = state.agrees() ? "right" : state.ahead().isNegative() ? "behind" : "ahead";
        return formats.text(words.getString("settings.clock." + sentence), difference);
    }
}
