package org.answerloop.connection.model;

/** The platform's API answers, and does not want to say what it is asked for. */
public class RefusedByPlatformException extends UnmappableException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of HTTP */
    public RefusedByPlatformException(int status) {
        super("The platform's API refused to say more, with status " + status
                + "; check the address of its API and the token.");
        this.status = status;
    }

    public int status() {
        return status;
    }
}
