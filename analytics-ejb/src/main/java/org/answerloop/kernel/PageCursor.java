package org.answerloop.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a list ended, the latest first: the moment of its last row, to the microsecond, and what tells that row
 * apart from others of the same moment. So the next page is found by an index and not by counting.
 *
 * @param id letters, digits, {@code -} and {@code _}
 */
public record PageCursor(Instant moment, String id) {

    private static final Pattern TEXT = Pattern.compile("(-?[0-9a-z]{1,13})\\.([0-9A-Za-z_-]{1,64})");

    /** @throws UnknownCursorException when the text is not one that a page gave */
    public static PageCursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new UnknownCursorException();
        }
        try {
            long micros = Long.parseLong(matcher.group(1), Character.MAX_RADIX);
            return new PageCursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), matcher.group(2));
        } catch (NumberFormatException | DateTimeException e) {
            throw new UnknownCursorException();
        }
    }

    /** The id as a number. */
    public long number() {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new UnknownCursorException();
        }
    }

    /** As the next page is asked for; safe in an address. */
    public String text() {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, moment), Character.MAX_RADIX) + "." + id;
    }
}
