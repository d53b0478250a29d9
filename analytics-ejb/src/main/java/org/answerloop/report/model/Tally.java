package org.answerloop.report.model;

/**
 * What was counted in one span for one key.
 *
 * @param span the index of the span among those that were asked for
 * @param key null where no dimension was asked for
 * @param name what the key is called, where it has a name apart from itself; null otherwise
 */
public record Tally(int span, String key, String name, Counts counts) {

    /** Both together, of the same span and key. */
    public Tally plus(Tally other) {
        return new Tally(span, key, laterOf(name, other.name), counts.plus(other.counts));
    }

    /** Of what somebody was called the same for every reader: the last in alphabetical order. */
    static String laterOf(String one, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? other : one;
    }
}
