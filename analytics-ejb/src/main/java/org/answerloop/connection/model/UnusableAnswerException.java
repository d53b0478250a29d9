package org.answerloop.connection.model;

/**
 * The platform's API answers, but not with what it is asked for. The sentence is the same whatever the answer was, and the
 * same as where there is none: nobody learns from it what else can be reached from this server. The log says more.
 */
public class UnusableAnswerException extends UnmappableException {

    private static final long serialVersionUID = 1L;

    public UnusableAnswerException() {
        super(PlatformUnavailableException.SENTENCE);
    }
}
