package org.answerloop.web.knowledge;

import java.util.Objects;

import org.answerloop.gap.model.Topic;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.WrittenAnswer;

/** What the fields of a topic's page hold, as typed. */
public class TopicForm {

    private long version;
    private WordingForm answer = new WordingForm();
    private Long draft;
    private String title;
    private String reason;
    private String until;
    private String splitTitle;

    /** @param language that the answer is proposed to be in */
    static TopicForm of(TopicDetail topic, String language) {
        TopicForm form = new TopicForm();
        form.answer = topic.draft() == null
                ? WordingForm.proposed(topic.row().title(), language)
                : WordingForm.of(topic.draft().wording());
        form.title = topic.row().title();
        form.read(topic);
        return form;
    }

    /** Whoever sends it has seen the topic as it is now. */
    void read(TopicDetail topic) {
        version = topic.row().standing().version();
        draft = draftOf(topic);
    }

    /** Whether the draft that it was filled from is the latest. */
    boolean knowsDraftOf(TopicDetail topic) {
        return Objects.equals(draft, draftOf(topic));
    }

    private static Long draftOf(TopicDetail topic) {
        return topic.draft() == null ? null : topic.draft().version();
    }

    /** The answer as it was typed. */
    WrittenAnswer written() {
        return new WrittenAnswer(answer.getQuestion(), answer.getText(), answer.getLanguage(), draft);
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

    /** Of the draft of the answer that the form was filled from; null where there was none. */
    public Long getDraft() {
        return draft;
    }

    public void setDraft(Long draft) {
        this.draft = draft;
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
