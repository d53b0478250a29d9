package org.answerloop.resolution.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.time.Duration.ofMinutes;
import static org.answerloop.resolution.model.Criterion.GROUNDED_REPLY;
import static org.answerloop.resolution.model.Criterion.NO_HANDOFF_REQUEST;
import static org.answerloop.resolution.model.Criterion.NO_HUMAN_INVOLVEMENT;
import static org.answerloop.resolution.model.Criterion.NO_NEGATIVE_FEEDBACK;
import static org.answerloop.resolution.model.Deciding.unmet;
import static org.answerloop.resolution.model.Deciding.verdictOn;
import static org.answerloop.resolution.model.FactsBuilder.START;
import static org.answerloop.resolution.model.FactsBuilder.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What speaks for a resolution and what against it, with its evidence. */
class ResolutionPolicyTest {

    @ParameterizedTest(name = "{0} violates {2}")
    @MethodSource("everyCriterionAloneAndTogether")
    void everyCriterionHasAFindingAndAllOfThemDecide(String name, ResolutionFacts facts, Set<Criterion> violated) {
        Verdict verdict = verdictOn(facts);

        assertThat(verdict.findings()).extracting(Finding::criterion).containsExactly(Criterion.values());
        assertThat(unmet(verdict)).isEqualTo(violated);
        assertThat(verdict.outcome()).isEqualTo(violated.isEmpty() ? Outcome.RESOLVED : Outcome.NOT_RESOLVED);
        assertThat(verdict.deflected()).isEqualTo(!violated.contains(NO_HUMAN_INVOLVEMENT));
    }

    /** All sixteen combinations. */
    static Stream<Arguments> everyCriterionAloneAndTogether() {
        return Stream.iterate(0, bits -> bits + 1)
                .limit(1 << Criterion.values().length)
                .map(bits -> {
                    Set<Criterion> violated = Stream.of(Criterion.values())
                            .filter(criterion -> (bits & 1 << criterion.ordinal()) != 0)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Criterion.class)));
                    FactsBuilder conversation = aConversation();
                    if (violated.contains(GROUNDED_REPLY)) {
                        conversation.answered("m1", ofMinutes(1));
                    } else {
                        conversation.answeredWithSource("m1", ofMinutes(1));
                    }
                    if (violated.contains(NO_HANDOFF_REQUEST)) {
                        conversation.askedForAHuman(ofMinutes(2));
                    }
                    if (violated.contains(NO_NEGATIVE_FEEDBACK)) {
                        conversation.rated(false, "m1", ofMinutes(3));
                    }
                    if (violated.contains(NO_HUMAN_INVOLVEMENT)) {
                        conversation.handedOff("rule", ofMinutes(4));
                    }
                    return arguments("A conversation that " + violated, conversation.facts(), violated);
                });
    }

    @Test
    void onlyFeedbackOnTheLastAnswerCounts() {
        FactsBuilder conversation = aConversation()
                .answeredWithSource("m1", ofMinutes(1))
                .answered("m2", ofMinutes(5))
                .rated(false, "m1", ofMinutes(6));

        assertThat(verdictOn(conversation.facts()).outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(unmet(verdictOn(conversation.rated(false, "m2", ofMinutes(7)).facts())))
                .containsExactly(NO_NEGATIVE_FEEDBACK);
    }

    @Test
    void feedbackThatNamesNoMessageIsAboutTheAnswerBeforeIt() {
        ResolutionFacts aboutTheFirst = aConversation()
                .answeredWithSource("m1", ofMinutes(1))
                .rated(false, null, ofMinutes(2))
                .answered("m2", ofMinutes(3))
                .facts();
        ResolutionFacts aboutTheSecond = aConversation()
                .answeredWithSource("m1", ofMinutes(1))
                .answered("m2", ofMinutes(3))
                .rated(false, null, ofMinutes(4))
                .facts();

        assertThat(verdictOn(aboutTheFirst).outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(unmet(verdictOn(aboutTheSecond))).containsExactly(NO_NEGATIVE_FEEDBACK);
    }

    @Test
    void theLatestFeedbackOnAMessageCounts() {
        ResolutionFacts reconsidered = aConversation()
                .answeredWithSource("m1", ofMinutes(1))
                .rated(true, "m1", ofMinutes(4))
                .rated(false, null, ofMinutes(2))
                .facts();

        assertThat(verdictOn(reconsidered).outcome()).isEqualTo(Outcome.RESOLVED);
    }

    @Test
    void findingsShowTheirEvidence() {
        Verdict verdict = verdictOn(aConversation()
                .answered("m1", ofMinutes(1))
                .answeredWithSource("m2", ofMinutes(2))
                .askedForAHuman(ofMinutes(3))
                .rated(false, null, ofMinutes(4))
                .teammateWrote("t1", ofMinutes(6))
                .handedOff("agent", ofMinutes(5))
                .facts());

        assertThat(verdict.findings())
                .containsExactly(
                        new Finding(GROUNDED_REPLY, true, "m2", START.plus(ofMinutes(2))),
                        new Finding(NO_HANDOFF_REQUEST, false, "m-asking", START.plus(ofMinutes(3))),
                        new Finding(NO_NEGATIVE_FEEDBACK, false, "m2", START.plus(ofMinutes(4))),
                        new Finding(NO_HUMAN_INVOLVEMENT, false, "handoff:agent", START.plus(ofMinutes(5))));
    }

    @Test
    void aHandoffRequestWithoutAMessageIsItsOwnEvidence() {
        ResolutionFacts facts = new ResolutionFacts(
                START,
                List.of(new ResolutionFacts.Reply(START, "m1", START)),
                List.of(new ResolutionFacts.HandoffRequest(START.plusSeconds(1), "e1", null)),
                List.of(),
                List.of());

        assertThat(verdictOn(facts).findings())
                .contains(new Finding(NO_HANDOFF_REQUEST, false, "handoff_request", START.plusSeconds(1)));
    }

    @Test
    void timeToResolutionIsFromTheStartToTheLastAnswer() {
        Verdict verdict = verdictOn(aConversation()
                .answeredWithSource("m1", ofMinutes(1))
                .answered("m2", ofMinutes(30))
                .facts());

        assertThat(verdict.timeToResolution()).isEqualTo(ofMinutes(30));
    }
}
