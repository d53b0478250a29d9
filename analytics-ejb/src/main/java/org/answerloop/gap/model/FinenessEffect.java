package org.answerloop.gap.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What another fineness would make of the topics.
 *
 * @param now how many topics there are
 * @param then how many there would be
 * @param examples topics that would be joined or divided, those first that it concerns most
 */
public record FinenessEffect(int now, int then, List<Example> examples) {

    public static final FinenessEffect NONE = new FinenessEffect(0, 0, List.of());

    /** So many examples of each kind say enough. */
    static final int EXAMPLES = 4;

    /** What happens to the topics of an example. */
    public enum Kind {
        JOINED,
        DIVIDED
    }

    /**
     * @param topics those that would be joined; the one that would be divided
     * @param parts the questions in the middle of what would be made of it; none where topics are joined
     * @param questions how many would come to another topic
     */
    public record Example(Kind kind, List<Long> topics, List<Long> parts, int questions) {

        public Example {
            topics = List.copyOf(topics);
            parts = List.copyOf(parts);
        }
    }

    public FinenessEffect {
        examples = Stream.concat(most(examples, Kind.JOINED), most(examples, Kind.DIVIDED))
                .toList();
    }

    private static Stream<Example> most(List<Example> examples, Kind kind) {
        return examples.stream()
                .filter(example -> example.kind() == kind)
                .sorted(Comparator.comparingInt(Example::questions).reversed())
                .limit(EXAMPLES);
    }

    /** Both, of questions that have nothing in common. */
    public FinenessEffect and(FinenessEffect other) {
        return new FinenessEffect(
                now + other.now,
                then + other.then,
                Stream.concat(examples.stream(), other.examples.stream()).toList());
    }
}
