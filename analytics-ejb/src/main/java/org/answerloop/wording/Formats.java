package org.answerloop.wording;

import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes values for one language and one time zone. What is absent is written as {@link #NOTHING}, never as zero.
 * Patterns and unit words stand in the bundle {@code wording}.
 */
public class Formats {

    /** Stands for a value that does not exist, such as a rate over nothing. */
    public static final String NOTHING = "–";

    private static final String MINUS = "−";

    private Locale locale;
    private ZoneId zone;
    private ResourceBundle words;

    /** Each is made once: a page writes thousands of values. */
    private final Map<String, DateTimeFormatter> dates = new ConcurrentHashMap<>();

    private final Map<String, MessageFormat> sentences = new ConcurrentHashMap<>();
    private final Map<Integer, NumberFormat> shares = new ConcurrentHashMap<>();
    private NumberFormat counts;

    /** For the proxy. */
    protected Formats() {}

    /** Formats for that language; moments are written in that zone. */
    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.words = ResourceBundle.getBundle("org.answerloop.wording.wording", locale);
        this.counts = NumberFormat.getIntegerInstance(locale);
    }

    /** A whole number with its thousands apart: 12,020. */
    public String count(Number count) {
        return count == null ? NOTHING : written(counts, Math.round(count.doubleValue()));
    }

    /** A share from 0 to 1 as a percentage with one decimal: 58.1%. */
    public String percent(Double share) {
        return share == null ? NOTHING : percent(share, 1);
    }

    /** The same without decimals, for small print. */
    public String roundPercent(Double share) {
        return share == null ? NOTHING : percent(share, 0);
    }

    /** The size of a difference between two shares, in percentage points and without its sign: 0.8 pt. */
    public String points(double difference) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return text(words.getString("format.points"), format.format(Math.abs(difference) * 100));
    }

    /** A difference as a bare number with its sign, for a column whose heading names the unit: −0.8. */
    public String difference(double difference, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        String size = format.format(Math.abs(difference));
        boolean less = difference < 0 && !size.equals(format.format(0));
        return less ? MINUS + size : size;
    }

    /** A duration in seconds, in its two greatest units: 6 min 40 s. */
    public String duration(Double seconds) {
        if (seconds == null) {
            return NOTHING;
        }
        Duration duration = Duration.ofSeconds(Math.round(Math.abs(seconds)));
        String written;
        if (duration.toDays() > 0) {
            written = pair("days", duration.toDays(), "hours", duration.toHoursPart());
        } else if (duration.toHours() > 0) {
            written = pair("hours", duration.toHours(), "minutes", duration.toMinutesPart());
        } else if (duration.toMinutes() > 0) {
            written = pair("minutes", duration.toMinutes(), "seconds", duration.toSecondsPart());
        } else {
            written = unit("seconds", duration.toSeconds());
        }
        return seconds <= -0.5 ? MINUS + written : written;
    }

    /** A local date with its year: 31 Aug 2026. */
    public String date(LocalDate date) {
        return date("format.date", date);
    }

    /** A local date without its year: 31 Aug. */
    public String day(LocalDate date) {
        return date("format.day", date);
    }

    /** The day of a local date alone: 31. */
    public String dayOfMonth(LocalDate date) {
        return date("format.dayOfMonth", date);
    }

    /** A month with its year: Aug 2026. */
    public String month(LocalDate date) {
        return date("format.month", date);
    }

    /** From a first to a last local date, the year once where it is the same: 31 Aug – 22 Nov 2026. */
    public String range(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return date(first);
        }
        String start = first.getYear() == last.getYear() ? day(first) : date(first);
        return start + " – " + date(last);
    }

    /** A moment by date and minute: 21 Nov 2026, 18:04. */
    public String moment(Instant moment) {
        return moment == null ? NOTHING : date("format.moment", moment.atZone(zone));
    }

    /** The time of day of a moment, to the second: 09:41:12. */
    public String time(Instant moment) {
        return moment == null ? NOTHING : date("format.time", moment.atZone(zone));
    }

    /** The name of a day of the week: Monday. */
    public String dayOfWeek(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    /** Names one after the other: Aria, Basil and Clove. */
    public String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : text(words.getString("format.list"), String.join(", ", names.subList(0, last)), names.get(last));
    }

    /** The local date of a moment. */
    public LocalDate localDate(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** A sentence of a bundle with its blanks filled in: {@link MessageFormat}, in this language. */
    public String text(String pattern, Object... values) {
        MessageFormat sentence = sentences.computeIfAbsent(pattern, p -> new MessageFormat(p, locale));
        synchronized (sentence) {
            return sentence.format(values);
        }
    }

    private String percent(double share, int decimals) {
        NumberFormat format = shares.computeIfAbsent(decimals, this::sharesWith);
        // Whether French has a narrow or a wide space here differs between releases of the JDK.
        return written(format, share).replace('\u00a0', '\u202f');
    }

    private NumberFormat sharesWith(int decimals) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format;
    }

    /** A format of numbers writes for one at a time. */
    private static String written(NumberFormat format, Number number) {
        synchronized (format) {
            return format.format(number);
        }
    }

    private String date(String pattern, TemporalAccessor date) {
        return date == null
                ? NOTHING
                : dates.computeIfAbsent(pattern, key -> DateTimeFormatter.ofPattern(words.getString(key), locale))
                        .format(date);
    }

    private String pair(String greater, long greaterCount, String lesser, long lesserCount) {
        return unit(greater, greaterCount) + (lesserCount == 0 ? "" : " " + unit(lesser, lesserCount));
    }

    private String unit(String unit, long count) {
        return text(words.getString("format." + unit), count);
    }
}
