package org.answerloop.imports.model;

import org.answerloop.event.model.Problem;

/** One item of a file is not what it should be; the problem says where and how to mend it. */
final class UnreadableItemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnreadableItemException(String code, String pointer, String detail) {
        super(detail);
        this.problem = new Problem(code, pointer, detail);
    }

    Problem problem() {
        return problem;
    }
}
