package org.answerloop.web.knowledge;

import org.answerloop.gap.model.Topic;
import org.answerloop.gap.model.TopicRow;

/** What the fields of a topic's page hold, as typed. */
public class TopicForm {

    private long version;
    private WordingForm answer = new WordingForm();
    private String title;
    private String reason;
    private String until;
    private String splitTitle;

    /** @param language that the answer is proposed to be in */
    static TopicForm of(TopicRow topic, String language) {
        TopicForm form = new TopicForm();
        form.version = topic.standing().version();
        form.answer = WordingForm.proposed(topic.title(), language);
        form.title = topic.title();
        return form;
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

    /** The short answer: its question is proposed from the topic. */
    public WordingForm getAnswer() {
        return answer;
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
