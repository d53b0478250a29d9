package org.answerloop.web.knowledge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.UnansweredQuestions;
import org.answerloop.gap.model.QuestionList;
import org.answerloop.kernel.UnknownCursorException;

/** The questions that were not answered. The address holds what is searched for and where the page begins. */
@Named
@RequestScoped
public class GapsPage {

    private static final int ROWS = 50;

    private UnansweredQuestions questions;
    private String words;
    private String after;
    private QuestionList list;

    /** For the proxy. */
    protected GapsPage() {}

    @Inject
    public GapsPage(UnansweredQuestions questions) {
        this.questions = questions;
    }

    /** Reads the page that the address asks for; where that is not there, or no longer, the first. */
    public void load() {
        list = page();
        if (after != null && list.rows().isEmpty()) {
            after = null;
            list = page();
        }
    }

    private QuestionList page() {
        try {
            return questions.list(words, after, ROWS);
        } catch (UnknownCursorException e) {
            after = null;
            return questions.list(words, null, ROWS);
        }
    }

    public QuestionList getList() {
        return list;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
