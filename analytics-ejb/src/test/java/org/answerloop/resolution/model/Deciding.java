package org.answerloop.resolution.model;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import static java.time.Duration.ofHours;

/** Verdicts by the policy as it is configured where nobody changes it. */
final class Deciding {

    static final Duration WINDOW = ofHours(72);
    static final ResolutionPolicy POLICY = new ResolutionPolicy(WINDOW);

    private Deciding() {}

    static Verdict verdictOn(ResolutionFacts facts) {
        return POLICY.decide(facts, POLICY.deadline(facts).orElseThrow());
    }

    /** The criteria that speak against a resolution. */
    static Set<Criterion> unmet(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> !finding.met())
                .map(Finding::criterion)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Criterion.class)));
    }
}
