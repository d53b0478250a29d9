package org.answerloop.web.knowledge;

import java.time.LocalDate;

import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.answer.model.Wording;

/** What the fields of a short answer hold, as typed. */
public class AnswerForm {

    private long version;
    private String question;
    private String text;
    private String language;
    private String owner;
    private String reviewOn;

    static AnswerForm empty(String language) {
        AnswerForm form = new AnswerForm();
        form.language = language;
        return form;
    }

    static AnswerForm of(ShortAnswer answer) {
        AnswerForm form = new AnswerForm();
        form.version = answer.version();
        form.question = answer.wording().question();
        form.text = answer.wording().answer();
        form.language = answer.wording().language();
        form.owner = answer.owner();
        form.reviewOn = answer.reviewOn().map(LocalDate::toString).orElse("");
        return form;
    }

    Wording wording() {
        return new Wording(question, text, language);
    }

    /** @return null where the answer is never to be reviewed */
    LocalDate date() {
        return reviewOn == null || reviewOn.isBlank() ? null : LocalDate.parse(reviewOn.strip());
    }

    public int getLongestQuestion() {
        return Wording.QUESTION;
    }

    public int getLongestAnswer() {
        return Wording.ANSWER;
    }

    /** Of the answer that the form was filled from; 0 for a new one. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

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

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    /** As ISO 8601 writes a date; empty for never. */
    public String getReviewOn() {
        return reviewOn;
    }

    public void setReviewOn(String reviewOn) {
        this.reviewOn = reviewOn;
    }
}
