package org.answerloop.gap.model;

import java.time.Instant;
import java.util.List;

/**
 * What another fineness would make of the topics, for people.
 *
 * @param found when that was found out; null while it is being found out
 * @param now how many topics there were at that time
 * @param then how many there would have been
 */
public record FinenessPreview(Fineness fineness, Instant found, int now, int then, List<Example> examples) {

    /**
     * @param topics how those are called that would be joined, or the one that would be divided
     * @param parts questions, one of each part that it would be divided into
     */
    public record Example(FinenessEffect.Kind kind, int questions, List<String> topics, List<String> parts) {

        public Example {
            topics = List.copyOf(topics);
            parts = List.copyOf(parts);
        }
    }

    public FinenessPreview {
        examples = List.copyOf(examples);
    }

    public boolean isFound() {
        return found != null;
    }
}
