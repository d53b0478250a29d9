package org.answerloop.web.knowledge;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.UnansweredQuestions;
import org.answerloop.gap.model.QuestionDetail;
import org.answerloop.kernel.UnknownCursorException;
import org.answerloop.web.http.NoSuchPage;

/** One question that was not answered, with every time that it was asked. */
@Named
@RequestScoped
public class GapPage {

    private static final int ROWS = 50;

    private UnansweredQuestions questions;
    private String key;
    private String after;
    private QuestionDetail detail;

    /** For the proxy. */
    protected GapPage() {}

    @Inject
    public GapPage(UnansweredQuestions questions) {
        this.questions = questions;
    }

    /** Reads the question that the address names, or answers that there is none. */
    public void load() {
        Optional<QuestionDetail> found = key == null ? Optional.empty() : find();
        if (found.isEmpty()) {
            NoSuchPage.show();
        }
        detail = found.orElse(null);
    }

    private Optional<QuestionDetail> find() {
        try {
            return questions.detail(key, after, ROWS);
        } catch (UnknownCursorException e) {
            after = null;
            return questions.detail(key, null, ROWS);
        }
    }

    public QuestionDetail getDetail() {
        return detail;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
