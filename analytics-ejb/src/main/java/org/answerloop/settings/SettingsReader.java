package org.answerloop.settings;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.answerloop.client.ClientShare;
import org.answerloop.client.TrustedProxies;

/** Turns configured text into {@link Settings}, or names everything that is wrong with it at once. */
public final class SettingsReader {

    private static final String PREFIX = "answerloop.";

    /** Read by the server's own configuration, not here. */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "answerloop.jakarta",
            "answerloop.db.url",
            "answerloop.db.user",
            "answerloop.db.password",
            "answerloop.db.lock.timeout",
            "answerloop.db.statement.timeout",
            "answerloop.db.idle.timeout",
            "answerloop.http.host",
            "answerloop.http.port");

    /** What no message repeats. */
    private static final Set<String> SECRETS = Set.of("bootstrap.api.key", "secret.key", "mail.password");

    private final Function<String, Optional<String>> configured;
    private final List<String> read = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** @param configured the text of a setting by its name; nothing where it is not configured */
    public SettingsReader(Function<String, Optional<String>> configured) {
        this.configured = configured;
    }

    /**
     * @param names every configured name, ours and others', as properties or environment variables
     * @throws InvalidSettingsException when one of ours is unknown or malformed
     */
    public Settings read(Iterable<String> names) {
        Settings settings = new Settings(
                read("mode", "production", SettingValues::mode, "production or development"),
                read(
                        "reporting.zone",
                        ZoneId.systemDefault().getId(),
                        ZoneId::of,
                        "an IANA time zone such as Europe/Paris"),
                read("week.start", "MONDAY", SettingValues::dayOfWeek, "a day of the week such as MONDAY or SUNDAY"),
                read(
                        "resolution.window",
                        "PT72H",
                        SettingValues::positive,
                        "an ISO 8601 duration above zero such as PT72H"),
                read(
                        "evaluation.interval",
                        "PT1M",
                        SettingValues::positive,
                        "an ISO 8601 duration above zero such as PT1M"),
                read("evaluation.grace", "PT10M", SettingValues::notNegative, "an ISO 8601 duration such as PT10M"),
                read(
                        "evaluation.chunk",
                        "200",
                        text -> SettingValues.between(text, 1, 5_000),
                        "a whole number from 1 to 5000"),
                read(
                        "reconciliation.interval",
                        "PT5M",
                        SettingValues::positive,
                        "an ISO 8601 duration above zero such as PT5M"),
                read(
                        "connection.hosts",
                        "",
                        SettingValues::hosts,
                        "hosts with commas between them, each with or without a port, such as chat.example.org:8443"),
                read(
                        "rollup.interval",
                        "PT15S",
                        SettingValues::positive,
                        "an ISO 8601 duration above zero such as PT15S"),
                read(
                        "retention",
                        "PT0S",
                        SettingValues::notNegative,
                        "an ISO 8601 duration such as P365D, or PT0S to keep all"),
                read("event.horizon", "P10Y", SettingValues::horizon, "a period from P1D to P50Y such as P10Y"),
                read("seats", "5", text -> SettingValues.between(text, 0, 100_000), "a whole number from 0 to 100000"),
                read("answers.by.two", "false", SettingValues::flag, "true or false"),
                read(
                        "import.directory",
                        temporary("imports"),
                        SettingValues::directory,
                        "the absolute path of a directory"),
                read(
                        "export.directory",
                        temporary("exports"),
                        SettingValues::directory,
                        "the absolute path of a directory"),
                mail(),
                read(
                        "sample",
                        "0",
                        text -> SettingValues.between(text, 0, 1_000_000),
                        "a whole number from 0 to 1000000"),
                read("bootstrap.api.key", "", SettingValues::apiKey, "at least 20 characters that begin with al_"),
                read("demo.users", "false", SettingValues::flag, "true or false"),
                read("data", "data", Path::of, "the path of a folder"),
                read(
                        "import.bytes",
                        "4294967296",
                        SettingValues::bytes,
                        "a whole number of bytes from 1048576 to 1099511627776"),
                new ClientShare(read(
                        "requests.per.client",
                        "128",
                        text -> SettingValues.between(text, 8, 100_000),
                        "a whole number from 8 to 100000")),
                read(
                        "trusted.proxies",
                        "",
                        TrustedProxies::parse,
                        "addresses and ranges of addresses with commas between them, such as 10.0.0.0/8,2001:db8::7"),
                read(
                        "https.port",
                        "9443",
                        text -> SettingValues.between(text, 1, 65_535),
                        "a whole number from 1 to 65535"),
                read("sign.in.elsewhere", "false", SettingValues::flag, "true or false"),
                read(
                        "secret.key",
                        "",
                        SettingValues::secretKey,
                        "32 bytes in base64, as openssl rand -base64 32 makes them"));
        names.forEach(this::refuseUnknown);
        if (settings.mode() == Settings.Mode.PRODUCTION && settings.demoUsers()) {
            wrong.add(
                    "The demo users have public passwords and are refused in production; remove demo-users.xml from the"
                            + " server's configuration, or set answerloop.mode to development.");
        }
        if (settings.mode() == Settings.Mode.PRODUCTION && settings.sample() > 0) {
            wrong.add(
                    "answerloop.sample fills a database with invented conversations and is refused in production; set it"
                            + " to 0, or set answerloop.mode to development.");
        }
        if (!wrong.isEmpty()) {
            throw new InvalidSettingsException(wrong);
        }
        return settings;
    }

    private <T> T read(String name, String byDefault, Function<String, T> parse, String takes) {
        String property = PREFIX + name;
        read.add(property);
        String text = configured
                .apply(property)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .orElse(byDefault);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            String shown = SECRETS.contains(name) ? "" : " is \"" + text + "\" but";
            wrong.add("The setting " + property + " (" + environmentVariable(property) + ")" + shown + " takes " + takes
                    + ".");
            return parse.apply(byDefault);
        }
    }

    private void refuseUnknown(String name) {
        String property = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ".");
        if (property.startsWith(PREFIX) && !read.contains(property) && !OF_THE_SERVER.contains(property)) {
            wrong.add("The setting " + name + " is unknown; the documentation lists those that there are.");
        }
    }

    private static String environmentVariable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** None of it is asked for unless there is a host. */
    private Optional<MailSettings> mail() {
        String host = read("mail.host", "", SettingValues::host, "the name of the mail server");
        int port = read(
                "mail.port", "587", text -> SettingValues.between(text, 1, 65_535), "a whole number from 1 to 65535");
        MailSettings.Security security =
                read("mail.security", "starttls", SettingValues::security, "starttls, tls or none");
        Optional<String> user = read("mail.user", "", SettingValues::optional, "a name");
        Optional<String> password = read("mail.password", "", SettingValues::optional, "a password");
        String from = read("mail.from", "", SettingValues::sender, "an e-mail address such as answerloop@example.org");
        Set<String> domains = read("mail.domains", "", SettingValues::domains, "domains with commas between them");
        if (!host.isEmpty() && from.isEmpty()) {
            wrong.add("The setting answerloop.mail.from (ANSWERLOOP_MAIL_FROM) is missing: it says from which address"
                    + " mails come.");
        }
        return host.isEmpty()
                ? Optional.empty()
                : Optional.of(new MailSettings(host, port, security, user, password, from, domains));
    }

    private static String temporary(String name) {
        return Path.of(System.getProperty("java.io.tmpdir"), "answerloop-" + name)
                .toAbsolutePath()
                .toString();
    }
}
