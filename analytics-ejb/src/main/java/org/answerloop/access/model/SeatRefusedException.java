package org.answerloop.access.model;

import org.answerloop.kernel.BusinessException;

/** A seat cannot be given or taken away as asked; the message says what to do instead. */
public class SeatRefusedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        NONE_FREE("Every seat that was bought is taken; take one away from somebody, or buy more."),
        UNKNOWN_PERSON("Nobody of that name has signed in yet; seats are given to people who have."),
        HAS_ONE("This person has a seat already."),
        HAS_NONE("This person has no seat any more.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    public SeatRefusedException(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
