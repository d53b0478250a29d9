package org.answerloop.resolution.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.answerloop.resolution.model.Criterion.GROUNDED_REPLY;
import static org.answerloop.resolution.model.Criterion.NO_HANDOFF_REQUEST;
import static org.answerloop.resolution.model.Criterion.NO_HUMAN_INVOLVEMENT;
import static org.answerloop.resolution.model.Criterion.NO_NEGATIVE_FEEDBACK;
import static org.answerloop.resolution.model.Deciding.POLICY;
import static org.answerloop.resolution.model.Deciding.WINDOW;
import static org.answerloop.resolution.model.Deciding.unmet;
import static org.answerloop.resolution.model.Deciding.verdictOn;
import static org.answerloop.resolution.model.FactsBuilder.START;
import static org.answerloop.resolution.model.FactsBuilder.aConversation;
import static org.answerloop.resolution.model.FactsBuilder.aConversationFrom;
import static org.assertj.core.api.Assertions.assertThat;

/** Until when something counts, and what moves that moment. */
class ResolutionWindowTest {

    @ParameterizedTest(name = "{0} ms around the deadline counts: {1}")
    @CsvSource({"-1, true", "0, true", "1, false"})
    void whatOccursUpToAndIncludingTheDeadlineCounts(long millis, boolean counts) {
        Duration at = ofMinutes(1).plus(WINDOW).plusMillis(millis);

        assertThat(unmet(verdictOn(aConversation()
                        .answeredWithSource("m1", ofMinutes(1))
                        .askedForAHuman(at)
                        .facts())))
                .isEqualTo(counts ? EnumSet.of(NO_HANDOFF_REQUEST) : EnumSet.noneOf(Criterion.class));
        assertThat(unmet(verdictOn(aConversation()
                        .answeredWithSource("m1", ofMinutes(1))
                        .handedOff("manual", at)
                        .facts())))
                .isEqualTo(counts ? EnumSet.of(NO_HUMAN_INVOLVEMENT) : EnumSet.noneOf(Criterion.class));
        assertThat(unmet(verdictOn(aConversation()
                        .answeredWithSource("m1", ofMinutes(1))
                        .teammateWrote("t1", at)
                        .facts())))
                .isEqualTo(counts ? EnumSet.of(NO_HUMAN_INVOLVEMENT) : EnumSet.noneOf(Criterion.class));
        assertThat(unmet(verdictOn(aConversation()
                        .answeredWithSource("m1", ofMinutes(1))
                        .rated(false, "m1", at)
                        .facts())))
                .isEqualTo(counts ? EnumSet.of(NO_NEGATIVE_FEEDBACK) : EnumSet.noneOf(Criterion.class));
    }

    @ParameterizedTest(name = "an answer {0} ms around the deadline moves it: {1}, is the last one: {2}")
    @CsvSource({"-1, true, true", "0, false, true", "1, false, false"})
    void anAnswerBeforeTheDeadlineMovesIt(long millis, boolean moves, boolean counts) {
        Duration second = ofMinutes(1).plus(WINDOW).plusMillis(millis);
        ResolutionFacts facts = aConversation()
                .answered("m1", ofMinutes(1))
                .answeredWithSource("m2", second)
                .facts();

        Duration last = moves ? second : ofMinutes(1);
        assertThat(POLICY.deadline(facts)).contains(START.plus(last).plus(WINDOW));
        assertThat(verdictOn(facts).outcome()).isEqualTo(counts ? Outcome.RESOLVED : Outcome.NOT_RESOLVED);
    }

    @Test
    void everyAnswerInTimeMovesTheDeadlineOn() {
        FactsBuilder conversation = aConversation();
        for (int day = 0; day < 10; day++) {
            conversation.answeredWithSource("m" + day, ofDays(2L * day));
        }
        assertThat(POLICY.deadline(conversation.facts()))
                .contains(START.plus(ofDays(18)).plus(WINDOW));
    }

    @Test
    void anAnswerTenDaysLaterBelongsToNoVerdict() {
        ResolutionFacts facts = aConversation()
                .answered("m2", ofDays(10))
                .answeredWithSource("m1", ofMinutes(5))
                .rated(false, "m2", ofDays(10).plusHours(1))
                .facts();

        Verdict verdict = verdictOn(facts);

        assertThat(verdict.deadline()).isEqualTo(START.plus(ofMinutes(5)).plus(WINDOW));
        assertThat(verdict.outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(verdict.timeToResolution()).isEqualTo(ofMinutes(5));
    }

    @Test
    void beforeAnyAnswerTheFirstHandoffSetsTheDeadline() {
        ResolutionFacts facts = aConversation()
                .handedOff("manual", ofHours(2))
                .handedOff("rule", ofHours(1))
                .facts();

        assertThat(POLICY.deadline(facts)).contains(START.plus(ofHours(1)).plus(WINDOW));
        Verdict verdict = verdictOn(facts);
        assertThat(unmet(verdict)).isEqualTo(EnumSet.of(GROUNDED_REPLY, NO_HUMAN_INVOLVEMENT));
        assertThat(verdict.deflected()).isFalse();
        assertThat(verdict.timeToResolution()).isNull();
    }

    @Test
    void anAnswerAfterAHandoffSetsTheDeadlineAnewIfItComesInTime() {
        FactsBuilder handedOff = aConversation().handedOff("agent", Duration.ZERO);
        assertThat(POLICY.deadline(handedOff.answered("m1", ofHours(71)).facts()))
                .contains(START.plus(ofHours(71)).plus(WINDOW));

        FactsBuilder tooLate = aConversation().handedOff("agent", Duration.ZERO);
        assertThat(POLICY.deadline(tooLate.answered("m1", ofHours(73)).facts())).contains(START.plus(WINDOW));
    }

    @Test
    void withoutTheAgentThereIsNothingToDecide() {
        assertThat(POLICY.deadline(aConversation()
                        .askedForAHuman(ofMinutes(1))
                        .teammateWrote("t1", ofMinutes(2))
                        .facts()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: the window is 72 elapsed hours")
    @CsvSource({
        "Europe/Paris, 2026-03-27T12:00, 2026-03-30T13:00",
        "Europe/Paris, 2026-10-23T12:00, 2026-10-26T11:00",
        "America/New_York, 2026-03-07T12:00, 2026-03-10T13:00",
        "America/New_York, 2026-10-31T12:00, 2026-11-03T11:00",
        "Australia/Lord_Howe, 2026-04-03T12:00, 2026-04-06T11:30",
        "Asia/Kathmandu, 2026-03-27T12:00, 2026-03-30T12:00"
    })
    void inWeeksOfDaylightSavingTheWindowStaysElapsedTime(ZoneId zone, LocalDateTime reply, LocalDateTime deadline) {
        Instant start = reply.atZone(zone).toInstant();
        ResolutionFacts facts =
                aConversationFrom(start).answeredWithSource("m1", Duration.ZERO).facts();

        assertThat(POLICY.deadline(facts)).contains(deadline.atZone(zone).toInstant());
    }

    @ParameterizedTest(name = "a source that is stated {0} ms around the deadline counts: {1}")
    @CsvSource({"-1, true", "0, true", "1, false"})
    void aSourceThatIsStatedAfterTheDeadlineDoesNotCount(long millis, boolean counts) {
        ResolutionFacts facts = new ResolutionFacts(
                START,
                List.of(new ResolutionFacts.Reply(
                        START, "m1", START.plus(WINDOW).plusMillis(millis))),
                List.of(),
                List.of(),
                List.of());

        assertThat(unmet(verdictOn(facts)).contains(GROUNDED_REPLY)).isEqualTo(!counts);
    }

    @Test
    void theWindowIsConfigurable() {
        ResolutionPolicy quick = new ResolutionPolicy(ofMillis(1));
        ResolutionFacts facts =
                aConversation().answeredWithSource("m1", ofMinutes(1)).facts();

        assertThat(quick.deadline(facts)).contains(START.plus(ofMinutes(1)).plusMillis(1));
    }
}
