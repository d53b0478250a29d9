package org.answerloop.api;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.FoundAnswers;

/**
 * Short answers, the best first.
 *
 * @param ranking what tells which are the best: {@code words_and_meaning}, or {@code words} where no model runs
 */
public record AnswersBody(String ranking, List<Answer> answers) {

    /**
     * @param id to cite it by: {@code {"type": "short_answer", "id": …}} among the sources of a reply
     * @param score how well it fits, from 0 to 1
     * @param similarity how nearly its question means the same, from 0 to 1; null where the two could not be compared
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            String id, int revision, String language, String question, String answer, double score, Double similarity) {

        private static Answer of(FoundAnswer found) {
            return new Answer(
                    Long.toString(found.id()),
                    found.revision(),
                    found.wording().language(),
                    found.wording().question(),
                    found.wording().answer(),
                    rounded(found.score()),
                    found.similarity() == null ? null : rounded(found.similarity()));
        }

        /** More digits would say nothing. */
        private static double rounded(double value) {
            return Math.round(value * 10_000) / 10_000.0;
        }
    }

    static AnswersBody of(FoundAnswers found) {
        return new AnswersBody(
                found.ranking().name().toLowerCase(Locale.ROOT),
                found.list().stream().map(Answer::of).toList());
    }
}
