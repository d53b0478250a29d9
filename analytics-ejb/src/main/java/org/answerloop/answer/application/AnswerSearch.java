package org.answerloop.answer.application;

import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.UnusableSearchException;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

/** Finds the published answers that fit a question, for the customer agent. */
@Stateless
@PermitAll
@TransactionAttribute(SUPPORTS)
public class AnswerSearch {

    /** The most characters of a question. */
    public static final int QUESTION = 2_000;

    /** The most answers to one question. */
    public static final int MOST = 50;

    @Inject
    private AnswerIndex index;

    /**
     * @param language a BCP 47 tag; null for answers in any language
     * @throws UnusableSearchException where the question is empty or too long, or the limit is out of bounds
     */
    public List<FoundAnswer> search(String question, String language, int limit) {
        if (question == null || question.isBlank() || question.length() > QUESTION) {
            throw new UnusableSearchException("q", "takes the question, in at most " + QUESTION + " characters");
        }
        if (limit < 1 || limit > MOST) {
            throw new UnusableSearchException("limit", "takes a whole number from 1 to " + MOST);
        }
        String wanted = language == null || language.isBlank() ? null : primary(language);
        return index.search(question, wanted, limit);
    }

    private static String primary(String tag) {
        String language = Locale.forLanguageTag(tag.strip()).getLanguage();
        if (language.isEmpty()) {
            throw new UnusableSearchException("language", "takes a BCP 47 tag such as en or fr-CA");
        }
        return language;
    }
}
