package org.answerloop.connection.model;

/** A delivery does not hold what its platform documents; the message says what is missing. */
public class UnmappableException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnmappableException(String sentence) {
        super(sentence);
    }
}
