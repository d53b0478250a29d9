package org.answerloop.web.knowledge;

import java.time.LocalDate;

import org.answerloop.answer.model.ShortAnswer;

/** What the fields of a short answer hold, as typed. */
public class AnswerForm {

    private long version;
    private WordingForm answer = new WordingForm();
    private String owner;
    private String reviewOn;

    static AnswerForm empty(String language) {
        AnswerForm form = new AnswerForm();
        form.answer = WordingForm.proposed(null, language);
        return form;
    }

    static AnswerForm of(ShortAnswer answer) {
        AnswerForm form = new AnswerForm();
        form.version = answer.version();
        form.answer = WordingForm.of(answer.wording());
        form.owner = answer.owner();
        form.reviewOn = answer.reviewOn().map(LocalDate::toString).orElse("");
        return form;
    }

    /** @return null where the answer is never to be reviewed */
    LocalDate date() {
        return reviewOn == null || reviewOn.isBlank() ? null : LocalDate.parse(reviewOn.strip());
    }

    /** Of the answer that the form was filled from; 0 for a new one. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public WordingForm getAnswer() {
        return answer;
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
