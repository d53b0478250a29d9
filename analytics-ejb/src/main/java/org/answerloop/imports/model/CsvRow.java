package org.answerloop.imports.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.answerloop.kernel.Fingerprint;

/** One row of a CSV file, by its columns; what is empty is absent. */
record CsvRow(Map<CsvColumn, Integer> places, List<String> fields) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,13}(\\.\\d{1,9})?");

    /** Seconds since 1970 have fewer digits before the point for the next three thousand years. */
    private static final BigDecimal FIRST_MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[' ']['T']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** @return null where it is empty */
    String text(CsvColumn column) {
        Integer place = places.get(column);
        String text = place == null || place >= fields.size() ? "" : fields.get(place);
        return text.isBlank() ? null : text;
    }

    /** The same without blanks around it: for ids, words and numbers. */
    String word(CsvColumn column) {
        String text = text(column);
        return text == null ? null : text.strip();
    }

    String required(CsvColumn column) throws UnreadableItemException {
        String word = word(column);
        if (word == null) {
            throw problem("missing-value", column, "is empty; give it a value");
        }
        return word;
    }

    /** The parts between bars. */
    List<String> list(CsvColumn column) {
        String text = text(column);
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    }

    Boolean flag(CsvColumn column) throws UnreadableItemException {
        String word = word(column);
        if (word == null) {
            return null;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw problem("wrong-type", column, "takes true or false");
        };
    }

    /** @param zone of times that say none */
    Instant time(ZoneId zone) throws UnreadableItemException {
        String text = required(CsvColumn.TIME);
        try {
            if (NUMBER.matcher(text).matches()) {
                return fromNumber(new BigDecimal(text));
            }
            if (isLocal(text)) {
                return LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
            }
            return OffsetDateTime.parse(text.replaceFirst(" ", "T")).toInstant();
        } catch (DateTimeException e) {
            throw problem(
                    "malformed-time",
                    CsvColumn.TIME,
                    "takes a time such as 2026-01-31T09:30:00Z, 2026-01-31 09:30 or seconds since 1970");
        }
    }

    private static boolean isLocal(String text) {
        return text.length() > 10
                && !text.toUpperCase(Locale.ROOT).endsWith("Z")
                && text.indexOf('+', 10) < 0
                && text.indexOf('-', 10) < 0;
    }

    private static Instant fromNumber(BigDecimal number) {
        BigDecimal seconds = number.compareTo(FIRST_MILLISECONDS) < 0 ? number : number.movePointLeft(3);
        return Instant.ofEpochSecond(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }

    /** What the row is known by where it has no id: the same content is the same event. */
    String fingerprint() {
        StringBuilder content = new StringBuilder();
        for (CsvColumn column : CsvColumn.values()) {
            String text = text(column);
            if (text != null) {
                content.append(column.label()).append('\u0000').append(text).append('\u0000');
            }
        }
        return Fingerprint.of(content.toString());
    }

    static UnreadableItemException problem(String code, CsvColumn column, String takes) {
        return new UnreadableItemException(
                code, "/" + column.label(), "The column \"" + column.label() + "\" " + takes + ".");
    }
}
