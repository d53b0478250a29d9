package org.answerloop.api;

/** A tool is called with what it cannot use; the sentence tells the agent what to send instead. */
class McpRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    McpRefusal(String sentence) {
        super(sentence);
    }
}
