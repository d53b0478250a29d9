package org.answerloop.report.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who closed how many conversations.
 *
 * @param byTeammate by the key of the teammate
 */
public record Closings(Map<String, Closer> byTeammate) {

    public static final Closings NONE = new Closings(Map.of());

    /**
     * A teammate.
     *
     * @param name null where no source told it
     */
    public record Closer(String name, long count) {

        Closer plus(Closer other) {
            return new Closer(Tally.laterOf(name, other.name), count + other.count);
        }
    }

    public Closings plus(Closings other) {
        if (byTeammate.isEmpty() || other.byTeammate.isEmpty()) {
            return byTeammate.isEmpty() ? other : this;
        }
        Map<String, Closer> sum = new TreeMap<>(byTeammate);
        other.byTeammate.forEach((key, closer) -> sum.merge(key, closer, Closer::plus));
        return new Closings(sum);
    }
}
