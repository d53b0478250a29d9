package org.answerloop.answer.application;

import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.answer.model.Fit;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.FoundAnswers;
import org.answerloop.answer.model.FoundAnswers.Ranking;
import org.answerloop.answer.model.UnusableSearchException;
import org.answerloop.embedding.application.EmbeddingModel;
import org.answerloop.embedding.model.EmbeddingFailedException;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;
import static java.lang.System.Logger.Level.WARNING;

/** Finds the published answers that fit a question, for the customer agent and for editors. */
@Stateless
@PermitAll
@TransactionAttribute(SUPPORTS)
public class AnswerSearch {

    /** The most characters of a question. */
    public static final int QUESTION = 2_000;

    /** The most answers to one question. */
    public static final int MOST = 50;

    private static final System.Logger LOG = System.getLogger(AnswerSearch.class.getName());

    @Inject
    private AnswerIndex index;

    @Inject
    private EmbeddingModel model;

    /**
     * @param language a BCP 47 tag; null for answers in any language
     * @throws UnusableSearchException where the question is empty or too long, or the limit is out of bounds
     */
    public FoundAnswers search(String question, String language, int limit) {
        if (question == null || question.isBlank() || question.length() > QUESTION) {
            throw new UnusableSearchException("q", "takes the question, in at most " + QUESTION + " characters");
        }
        if (limit < 1 || limit > MOST) {
            throw new UnusableSearchException("limit", "takes a whole number from 1 to " + MOST);
        }
        String wanted = language == null || language.isBlank() ? null : primary(language);
        float[] meaning = meaning(question);
        return new FoundAnswers(
                index.search(question, meaning, wanted, limit),
                meaning == null ? Ranking.WORDS : Ranking.WORDS_AND_MEANING);
    }

    /**
     * The published answers whose question is nearly this one.
     *
     * @param question as long as it is, and none where it is blank
     * @param language a BCP 47 tag; null, or what is none, for answers in any language
     * @param limit at least 1; more than {@link #MOST} is taken as that
     */
    public List<FoundAnswer> similar(String question, String language, int limit) {
        if (question == null || question.isBlank()) {
            return List.of();
        }
        String start = question.substring(0, Math.min(question.length(), QUESTION));
        String wanted =
                Locale.forLanguageTag(language == null ? "" : language.strip()).getLanguage();
        return index
                .search(start, meaning(start), wanted.isEmpty() ? null : wanted, Math.max(1, Math.min(limit, MOST)))
                .stream()
                .filter(found -> found.score() >= Fit.NEARLY_THE_SAME)
                .toList();
    }

    /** Nothing where no model runs, or it fails on this question: words alone are better than no answer. */
    private float[] meaning(String question) {
        try {
            return model.embedder().map(embedder -> embedder.embed(question)).orElse(null);
        } catch (EmbeddingFailedException e) {
            LOG.log(WARNING, "A question is looked up by its words alone.", e);
            return null;
        }
    }

    private static String primary(String tag) {
        String language = Locale.forLanguageTag(tag.strip()).getLanguage();
        if (language.isEmpty()) {
            throw new UnusableSearchException("language", "takes a BCP 47 tag such as en or fr-CA");
        }
        return language;
    }
}
