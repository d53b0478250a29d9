package org.answerloop.imports.model;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

import org.answerloop.event.model.EventDetails.Person;

/**
 * What a CSV file does not say itself.
 *
 * @param source the CloudEvents source that its conversations belong to
 * @param channel of conversations whose rows name none
 * @param language BCP 47, of those whose rows name none; null where unknown
 * @param agent who a reply is from whose row does not say which customer agent it was
 * @param separator between the fields; nothing where the header shows it
 * @param zone of times that say none
 */
public record CsvOptions(
        String source, String channel, String language, Person agent, Optional<Character> separator, ZoneId zone) {

    public CsvOptions {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(zone, "zone");
    }
}
