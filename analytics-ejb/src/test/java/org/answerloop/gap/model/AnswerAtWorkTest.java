package org.answerloop.gap.model;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

import org.answerloop.gap.model.Proof.Cited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** When an answer is said to work. */
class AnswerAtWorkTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @ParameterizedTest(name = "{0} of {1} resolved, overall {2}; asked {3} before and {4} after, {5} days ago: {6}")
    @CsvSource({
        // Verdicts tell.
        "4, 5, 0.8,   0,  0, 56, RESOLVES",
        "3, 5, 0.8,   0,  0, 56, RESOLVES_TOO_FEW",
        "0, 5, 0.0,   0,  0,  0, RESOLVES",
        "5, 5, ,     16,  4, 56, QUESTION_CEASES",
        // Also where its question keeps coming: it is answered.
        "5, 5, 0.8,  16, 99, 56, RESOLVES",
        // With fewer verdicts, its question tells.
        "4, 4, 0.8,  16,  8, 56, QUESTION_CEASES",
        "4, 4, 0.8,  16,  9, 56, QUESTION_COMES_AGAIN",
        "0, 0, 0.8,  16,  2, 14, QUESTION_CEASES",
        "0, 0, 0.8,  16,  3, 14, QUESTION_COMES_AGAIN",
        "0, 0, 0.8,  16,  0, 99, QUESTION_CEASES",
        // Too little is known.
        "0, 0, 0.8,  16,  0, 13, TOO_EARLY",
        "0, 0, 0.8,   4,  0, 56, TOO_EARLY",
        "4, 4, 0.8,   0,  0,  0, TOO_EARLY",
    })
    void verdicts_tell_and_where_there_are_too_few_its_question_does(
            long resolved,
            long settled,
            Double overall,
            long before,
            long after,
            long daysAgo,
            AnswerAtWork.Worth expected) {
        AnswerAtWork answer = new AnswerAtWork(
                1,
                "Why?",
                "en",
                NOW,
                before,
                after,
                NOW.minus(Duration.ofDays(daysAgo)),
                new Cited(settled, settled, settled, resolved));

        assertThat(answer.worth(overall == null ? OptionalDouble.empty() : OptionalDouble.of(overall), NOW))
                .isEqualTo(expected);
    }

    @Test
    void what_answers_no_topic_is_judged_by_verdicts_alone() {
        AnswerAtWork answer = new AnswerAtWork(1, "Why?", "en", NOW, 0, 0, null, Cited.NEVER);

        assertThat(answer.worth(OptionalDouble.of(0.5), NOW)).isEqualTo(AnswerAtWork.Worth.TOO_EARLY);
        assertThat(answer.afterInAWeek(NOW)).isEmpty();
        assertThat(answer.cited().resolutionRate()).isEmpty();
    }

    @Test
    void a_week_is_told_of_once_one_has_passed_and_after_eight_no_more_are_counted() {
        Cited never = Cited.NEVER;
        Instant days = NOW.minus(Duration.ofDays(6));
        assertThat(new AnswerAtWork(1, "", "en", NOW, 8, 3, days, never).afterInAWeek(NOW))
                .isEmpty();
        Instant fortnight = NOW.minus(Duration.ofDays(14));
        assertThat(new AnswerAtWork(1, "", "en", NOW, 8, 3, fortnight, never)
                        .afterInAWeek(NOW)
                        .orElseThrow())
                .isCloseTo(1.5, within(1e-9));
        Instant year = NOW.minus(Duration.ofDays(365));
        assertThat(new AnswerAtWork(1, "", "en", NOW, 8, 16, year, never)
                        .afterInAWeek(NOW)
                        .orElseThrow())
                .isCloseTo(2, within(1e-9));
    }
}
