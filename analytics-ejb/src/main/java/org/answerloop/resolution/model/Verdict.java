package org.answerloop.resolution.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What was decided about a conversation, and why.
 *
 * @param deflected no human was involved up to the deadline
 * @param deadline what occurred up to and including this moment counted
 * @param timeToResolution from the start of the conversation to the last agent reply; null unless resolved
 * @param findings one for every criterion, in the order of {@link Criterion}
 */
public record Verdict(
        Outcome outcome, boolean deflected, Instant deadline, Duration timeToResolution, List<Finding> findings) {

    public Verdict {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(deadline, "deadline");
        findings = List.copyOf(findings);
        if (findings.size() != Criterion.values().length) {
            throw new IllegalArgumentException("A verdict takes a finding for every criterion, not " + findings);
        }
        boolean allMet = findings.stream().allMatch(Finding::met);
        if (allMet != (outcome == Outcome.RESOLVED)) {
            throw new IllegalArgumentException(outcome + " contradicts " + findings);
        }
    }
}
