package org.answerloop.conversation.model;

import org.answerloop.kernel.BusinessException;

/** What was written names no hosts whose tickets could be linked; the message says what to write instead. */
public class UnusableTicketHostException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String written;

    /** Why not. */
    public enum Reason {
        HOST,
        TOO_MANY
    }

    private UnusableTicketHostException(Reason reason, String written, String sentence) {
        super(sentence);
        this.reason = reason;
        this.written = written;
    }

    static UnusableTicketHostException noHost(String written) {
        return new UnusableTicketHostException(
                Reason.HOST,
                written,
                "\"" + written + "\" is no host; write desk.example.com, *.example.com for all below it, or"
                        + " http://desk.example.com where it has no https.");
    }

    static UnusableTicketHostException tooMany() {
        return new UnusableTicketHostException(
                Reason.TOO_MANY,
                "",
                "Name at most " + TicketHosts.MOST + " hosts; a star stands for all below a name.");
    }

    public Reason reason() {
        return reason;
    }

    /** What is no host; empty where all of them are. */
    public String written() {
        return written;
    }
}
