package org.answerloop.report.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the handled conversations of each bucket came to, by the measures of the two rates. The four have nothing in common
 * and nothing outside them; each has a count for every bucket.
 *
 * @param answered deflected without being resolved
 * @param human not deflected
 */
public record HandledParts(List<Long> resolved, List<Long> answered, List<Long> human, List<Long> pending) {

    public HandledParts {
        resolved = List.copyOf(resolved);
        answered = List.copyOf(answered);
        human = List.copyOf(human);
        pending = List.copyOf(pending);
    }

    /**
     * Of three reports under one filter; nothing where the parts do not add up: between two counts somebody may have told
     * of another conversation.
     */
    public static Optional<HandledParts> of(Report handled, Report resolutionRate, Report deflectionRate) {
        List<Long> resolved = new ArrayList<>();
        List<Long> answered = new ArrayList<>();
        List<Long> human = new ArrayList<>();
        List<Long> pending = new ArrayList<>();
        for (int i = 0; i < handled.series().size(); i++) {
            Figure resolving = resolutionRate.series().get(i).figure();
            Figure deflecting = deflectionRate.series().get(i).figure();
            resolved.add(resolving.numerator());
            answered.add(deflecting.numerator() - resolving.numerator());
            human.add(deflecting.denominator() - deflecting.numerator());
            pending.add(deflecting.pending());
        }
        return Optional.of(new HandledParts(resolved, answered, human, pending))
                .filter(parts -> parts.addUpTo(handled));
    }

    private boolean addUpTo(Report handled) {
        for (int i = 0; i < resolved.size(); i++) {
            long sum = resolved.get(i) + answered.get(i) + human.get(i) + pending.get(i);
            if (sum != Math.round(handled.series().get(i).figure().value())) {
                return false;
            }
        }
        return true;
    }
}
