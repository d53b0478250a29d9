package org.answerloop.connection.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Moments as platforms write them: seconds since 1970, with or without a fraction, or a date in one of two forms. */
final class PlatformTime {

    private static final DateTimeFormatter WITH_BLANKS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String UTC = " UTC";
    private static final int MICROS = 6;

    private PlatformTime() {}

    static Optional<Instant> parse(String text) {
        try {
            if (text.matches("\\d{1,12}(\\.\\d{1,12})?")) {
                return Optional.of(ofSeconds(new BigDecimal(text)));
            }
            if (text.endsWith(UTC)) {
                String local = text.substring(0, text.length() - UTC.length());
                return Optional.of(LocalDateTime.parse(local, WITH_BLANKS).toInstant(ZoneOffset.UTC));
            }
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The moment in a member, a number or a text; empty where there is none, or 0. */
    static Optional<Instant> of(JsonNode value) {
        if (value.isNumber() && value.decimalValue().signum() > 0) {
            return parse(value.decimalValue().toPlainString());
        }
        return value.isTextual() ? parse(value.textValue()) : Optional.empty();
    }

    private static Instant ofSeconds(BigDecimal seconds) {
        BigDecimal micros = seconds.setScale(MICROS, RoundingMode.DOWN).movePointRight(MICROS);
        long all = micros.longValueExact();
        return Instant.ofEpochSecond(Math.floorDiv(all, 1_000_000L), Math.floorMod(all, 1_000_000L) * 1_000L);
    }
}
