package org.answerloop.connection.model;

import org.answerloop.kernel.BusinessException;

/** A connection cannot be made or changed as asked; the message says what to give instead. */
public class UnusableConnectionException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        NAME("Give the connection a name of at most " + Connection.NAME + " characters."),
        SOURCE("Give the source of the conversations, at most " + Connection.SOURCE + " characters."),
        AGENTS("Name the customer agents' user ids, separated by commas, at most " + Connection.AGENTS
                + " characters."),
        SECRET("A secret has 16 to " + Connection.SECRET
                + " visible characters; one of Standard Webhooks begins with whsec_ and goes on in base64."),
        API("Give the address of the platform's API, which begins with https://, and a token without blanks."),
        API_HOST(
                "The address of the API leads nowhere that this server may call. A host of your own network has to be named"
                        + " in ANSWERLOOP_CONNECTION_HOSTS."),
        TICKETS("Give an address that begins with https://, has {id} in its path, and lies on a host whose tickets are"
                + " linked."),
        SECRET_TWICE("This secret is the connection's already."),
        TWO_LIVE("Two secrets are live already; take the earlier one away first."),
        CHANGED("Somebody else has changed the connection meanwhile; look at it again."),
        UNKNOWN("There is no such connection."),
        NOT_FAILED("This delivery has not failed, or its payload is gone.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    public UnusableConnectionException(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
