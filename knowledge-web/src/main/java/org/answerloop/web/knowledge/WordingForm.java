package org.answerloop.web.knowledge;

import org.answerloop.answer.model.Wording;

/** What the fields of a short answer's wording hold, as typed: on its own page, and on that of a topic that it answers. */
public class WordingForm {

    private String question;
    private String text;
    private String language;

    /** @param question null where there is nothing to propose */
    static WordingForm proposed(String question, String language) {
        WordingForm form = new WordingForm();
        form.question = question;
        form.language = language;
        return form;
    }

    static WordingForm of(Wording wording) {
        WordingForm form = proposed(wording.question(), wording.language());
        form.text = wording.answer();
        return form;
    }

    /** @throws org.answerloop.answer.model.UnusableAnswerException when what was typed is none */
    Wording wording() {
        return new Wording(question, text, language);
    }

    public int getLongestQuestion() {
        return Wording.QUESTION;
    }

    public int getLongestAnswer() {
        return Wording.ANSWER;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

    /** The answer. */
    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
