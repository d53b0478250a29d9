package org.answerloop.conversation.application;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.answerloop.kernel.UnknownCursorException;

/**
 * Where something stands in the timeline of a conversation: by when it occurred, at one moment messages before what was done
 * about them, and of one kind by its id.
 *
 * @param rank of its kind
 * @param key its id within its kind
 */
public record TimelinePosition(Instant at, int rank, String key) {

    private static final Pattern TEXT = Pattern.compile("(-?[0-9a-z]{1,13})\\.([0-9])\\.([0-9A-Za-z_-]{0,1400})");

    /** Before everything that occurred at that moment. */
    public static TimelinePosition before(Instant moment) {
        return new TimelinePosition(moment, 0, "");
    }

    /** @throws UnknownCursorException when the text is not one that a page gave */
    public static TimelinePosition parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new UnknownCursorException();
        }
        try {
            long micros = Long.parseLong(matcher.group(1), Character.MAX_RADIX);
            return new TimelinePosition(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                    Integer.parseInt(matcher.group(2)),
                    new String(Base64.getUrlDecoder().decode(matcher.group(3)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnknownCursorException();
        }
    }

    /** As the page after it is asked for; safe in an address. */
    public String text() {
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at), Character.MAX_RADIX) + "." + rank + "."
                + name;
    }
}
