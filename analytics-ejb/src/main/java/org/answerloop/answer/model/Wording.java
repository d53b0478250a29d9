package org.answerloop.answer.model;

import java.util.IllformedLocaleException;
import java.util.Locale;

import org.answerloop.kernel.PlainText;

/**
 * What a short answer says.
 *
 * @param question as a visitor would ask it, in one line
 * @param answer what the customer agent may tell them
 * @param language BCP 47
 */
public record Wording(String question, String answer, String language) {

    /** The most characters of a question. */
    public static final int QUESTION = 500;

    /** The most characters of an answer. */
    public static final int ANSWER = 5_000;

    private static final int LANGUAGE = 35;

    /** @throws UnusableAnswerException when a part is empty, too long or no language */
    public Wording {
        question = PlainText.inOneLine(question);
        answer = PlainText.of(answer);
        language = tag(language);
        refuseIf(question.isEmpty() || question.length() > QUESTION, UnusableAnswerException.Reason.QUESTION);
        refuseIf(answer.isEmpty() || answer.length() > ANSWER, UnusableAnswerException.Reason.ANSWER);
    }

    private static String tag(String language) {
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(language == null ? "" : language.strip())
                    .build()
                    .toLanguageTag();
            refuseIf(tag.equals("und") || tag.length() > LANGUAGE, UnusableAnswerException.Reason.LANGUAGE);
            return tag;
        } catch (IllformedLocaleException malformed) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.LANGUAGE);
        }
    }

    private static void refuseIf(boolean wrong, UnusableAnswerException.Reason reason) {
        if (wrong) {
            throw new UnusableAnswerException(reason);
        }
    }
}
