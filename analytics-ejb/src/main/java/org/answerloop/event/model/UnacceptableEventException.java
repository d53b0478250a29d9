package org.answerloop.event.model;

/** An event cannot be taken for what it says; carried from where it is found to where the event's result is given. */
public class UnacceptableEventException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnacceptableEventException(String code, String pointer, String detail) {
        this(new Problem(code, pointer, detail));
    }

    UnacceptableEventException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
