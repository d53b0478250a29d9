package org.answerloop.web.knowledge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.answerloop.gap.model.TopicRow;

/**
 * A topic that somebody has ticked in a list, as the page writes it: with the version that they saw.
 *
 * @param version of its standing
 */
public record ChosenTopic(long id, long version) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    static ChosenTopic of(TopicRow topic) {
        return new ChosenTopic(topic.id(), topic.standing().version());
    }

    /** @param values of the check boxes; null where none is ticked, and what no page wrote is left out */
    static List<ChosenTopic> read(String[] values) {
        return Stream.of(values == null ? new String[0] : values)
                .map(WRITTEN::matcher)
                .filter(Matcher::matches)
                .map(parts -> new ChosenTopic(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                .toList();
    }

    @Override
    public String toString() {
        return id + "-" + version;
    }
}
