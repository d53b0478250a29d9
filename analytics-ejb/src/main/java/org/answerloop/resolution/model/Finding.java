package org.answerloop.resolution.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether one criterion held, and what shows it.
 *
 * @param evidence the id of the message that shows it, {@link #handoffEvidence} for a handoff, {@code handoff_request}
 *     for one that names no message; null where nothing happened that could be shown
 * @param at when the evidence occurred; the deadline where the finding is that nothing happened
 */
public record Finding(Criterion criterion, boolean met, String evidence, Instant at) {

    /** What the evidence of a handoff begins with. */
    private static final String HANDOFF = "handoff:";

    public Finding {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(at, "at");
    }

    /** The evidence that a handoff of that trigger is. */
    public static String handoffEvidence(String trigger) {
        return HANDOFF + trigger;
    }

    /** The trigger of the handoff that shows it; nothing where something else does. */
    public Optional<String> handoffTrigger() {
        return Optional.ofNullable(evidence)
                .filter(text -> text.startsWith(HANDOFF))
                .map(text -> text.substring(HANDOFF.length()));
    }
}
