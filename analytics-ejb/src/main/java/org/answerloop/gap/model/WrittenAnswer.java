package org.answerloop.gap.model;

import org.answerloop.answer.model.Wording;

/**
 * What an editor has written as the answer to a topic, as typed.
 *
 * @param draft {@link TopicDraft#version()} of the draft that they went on with; null where there was none
 */
public record WrittenAnswer(String question, String answer, String language, Long draft) {

    /** @throws org.answerloop.answer.model.UnusableAnswerException when it is none */
    public Wording wording() {
        return new Wording(question, answer, language);
    }
}
