package org.answerloop.answer.model;

import org.answerloop.kernel.BusinessException;

/** A short answer cannot be written or changed as asked; the message says what to do instead. */
public class UnusableAnswerException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        QUESTION("Give the question, in at most " + Wording.QUESTION + " characters."),
        ANSWER("Give the short answer, in at most " + Wording.ANSWER + " characters."),
        LANGUAGE("Give the language as a BCP 47 tag such as en or fr-CA."),
        OWNER("Name somebody who has signed in as the owner."),
        NOTHING_NEW("The latest revision is published already."),
        OWN_TEXT("Another editor has to publish it: you wrote this revision yourself."),
        ARCHIVED("The answer is archived; take it out of the archive first."),
        NOT_ARCHIVED("The answer is not archived."),
        NO_REVISION("The answer has no such revision."),
        UNKNOWN("There is no such answer."),
        ID("Give the number of an answer that there is, or none."),
        STATE("Give the state as draft, published or archived, or none."),
        DATE("Give the date as year-month-day, such as 2027-01-31, or none."),
        CELLS(
                "Give the line as many cells as there are columns; text with separators or line breaks stands in quotes."),
        OVERTAKEN("Somebody changed this answer at the same moment; bring the file in again.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    public UnusableAnswerException(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
