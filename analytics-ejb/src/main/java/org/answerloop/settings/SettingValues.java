package org.answerloop.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the text of a setting means; text that means nothing is refused. */
final class SettingValues {

    private static final int SECRET_KEY_BYTES = 32;

    private SettingValues() {}

    static String host(String text) {
        return matching(text, "[A-Za-z0-9.:-]*");
    }

    static String sender(String text) {
        return matching(text, "|[^@\\s<>,]+@[^@\\s<>,]+");
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    static Set<String> domains(String text) {
        matching(text, "[A-Za-z0-9., -]*");
        return listed(text);
    }

    static Set<String> hosts(String text) {
        matching(text, "|[A-Za-z0-9.-]+(:[0-9]{1,5})?([, ]+[A-Za-z0-9.-]+(:[0-9]{1,5})?)*");
        return listed(text);
    }

    private static Set<String> listed(String text) {
        return Stream.of(text.split("[, ]+"))
                .filter(domain -> !domain.isEmpty())
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    static MailSettings.Security security(String text) {
        return MailSettings.Security.valueOf(text.toUpperCase(Locale.ROOT));
    }

    static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static Settings.Mode mode(String text) {
        return Settings.Mode.valueOf(text.toUpperCase(Locale.ROOT));
    }

    static DayOfWeek dayOfWeek(String text) {
        return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }

    static Duration positive(String text) {
        Duration duration = notNegative(text);
        if (duration.isZero()) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    static Duration notNegative(String text) {
        Duration duration = Duration.parse(text);
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(3650)) > 0) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    /** At least a day and at most fifty years, which is as far back as the times of events go. */
    static Period horizon(String text) {
        Period period = Period.parse(text);
        long days = period.toTotalMonths() * 30 + period.getDays();
        if (period.isNegative() || days < 1 || days > 50 * 365) {
            throw new IllegalArgumentException(text);
        }
        return period;
    }

    static Path directory(String text) {
        Path path = Path.of(text);
        if (!path.isAbsolute() || Files.exists(path) && !Files.isDirectory(path)) {
            throw new IllegalArgumentException(text);
        }
        return path;
    }

    /** From a mebibyte to a tebibyte. */
    static long bytes(String text) {
        long bytes = Long.parseLong(text);
        if (bytes < 1L << 20 || bytes > 1L << 40) {
            throw new IllegalArgumentException(text);
        }
        return bytes;
    }

    static int between(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    static Optional<String> apiKey(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() < 20 || !text.startsWith("al_")) {
            throw new IllegalArgumentException("not an API key");
        }
        return Optional.of(text);
    }

    static Optional<String> secretKey(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (Base64.getDecoder().decode(text).length != SECRET_KEY_BYTES) {
            throw new IllegalArgumentException("not a key of 32 bytes");
        }
        return Optional.of(text);
    }

    static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }
}
