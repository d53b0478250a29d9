package org.answerloop.api;

import java.util.List;

import org.answerloop.answer.model.FoundAnswer;

/** Short answers, the best first. */
public record AnswersBody(List<Answer> answers) {

    /**
     * @param id to cite it by: {@code {"type": "short_answer", "id": …}} among the sources of a reply
     * @param score comparable within one result alone
     */
    public record Answer(String id, int revision, String language, String question, String answer, double score) {

        private static Answer of(FoundAnswer found) {
            return new Answer(
                    Long.toString(found.id()),
                    found.revision(),
                    found.wording().language(),
                    found.wording().question(),
                    found.wording().answer(),
                    found.score());
        }
    }

    static AnswersBody of(List<FoundAnswer> found) {
        return new AnswersBody(found.stream().map(Answer::of).toList());
    }
}
