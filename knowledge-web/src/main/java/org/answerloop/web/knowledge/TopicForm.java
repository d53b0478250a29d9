package org.answerloop.web.knowledge;

import org.answerloop.answer.model.Wording;
import org.answerloop.gap.model.Topic;
import org.answerloop.gap.model.TopicRow;

/** What the fields of a topic's page hold, as typed. */
public class TopicForm {

    private long version;
    private String question;
    private String text;
    private String language;
    private String title;
    private String reason;
    private String until;
    private String splitTitle;

    static TopicForm of(TopicRow topic) {
        TopicForm form = new TopicForm();
        form.version = topic.standing().version();
        form.question = topic.title();
        form.language = topic.language();
        form.title = topic.title();
        return form;
    }

    public int getLongestQuestion() {
        return Wording.QUESTION;
    }

    public int getLongestAnswer() {
        return Wording.ANSWER;
    }

    public int getLongestTitle() {
        return Topic.TITLE;
    }

    public int getLongestReason() {
        return Topic.REASON;
    }

    /** Of the topic's standing that the form was filled from. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    /** Of the short answer: proposed from the topic. */
    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

    /** The short answer. */
    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** Of the short answer. */
    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    /** How the topic is to be called. */
    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    /** Of a dismissal. */
    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** Until when it is snoozed, as ISO 8601 writes a date. */
    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    /** How the topic of the questions that are split off is to be called. */
    public String getSplitTitle() {
        return splitTitle;
    }

    public void setSplitTitle(String splitTitle) {
        this.splitTitle = splitTitle;
    }
}
