package org.answerloop.connection.model;

/** What came of checking a signature. */
public enum SignatureCheck {
    GENUINE("The delivery is genuine."),
    UNSIGNED("The delivery is not signed, or not as this platform signs."),
    OUTSIDE_WINDOW("The delivery was signed more than 5 minutes ago or ahead of this server's clock."),
    WRONG("The signature fits none of the connection's secrets.");

    private final String sentence;

    SignatureCheck(String sentence) {
        this.sentence = sentence;
    }

    public boolean isGenuine() {
        return this == GENUINE;
    }

    /** For whoever sent it. */
    public String sentence() {
        return sentence;
    }
}
