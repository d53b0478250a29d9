package org.answerloop.gap.model;

import org.answerloop.kernel.BusinessException;

/** A topic cannot be changed as asked; the message says what to do instead. */
public class TopicRefusedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        UNKNOWN("There is no such topic."),
        NOT_OPEN("The topic is settled; reopen or restore it first."),
        NOT_RESOLVED("The topic is not resolved."),
        NOT_DISMISSED("The topic is not dismissed."),
        NOT_SNOOZED("The topic is not snoozed."),
        TITLE("Give the title, in at most " + Topic.TITLE + " characters."),
        REASON("Give the reason in at most " + Topic.REASON + " characters."),
        ANSWER("There is no such short answer."),
        ARCHIVED_ANSWER("The short answer is archived; take it out of the archive first."),
        DATE("Name a date that is still to come."),
        NOTHING("Choose at least one."),
        ALL_OF_IT("Leave at least one question in the topic; to call it otherwise, rename it."),
        LANGUAGE("Questions of different languages have different topics; choose those of one language.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    public TopicRefusedException(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
