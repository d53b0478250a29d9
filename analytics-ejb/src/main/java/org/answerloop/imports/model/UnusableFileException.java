package org.answerloop.imports.model;

import java.io.IOException;

/** A file is not of the format that it is said to be; the message is a sentence that says what it has to be. */
public class UnusableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FileFault fault;
    private final String about;

    UnusableFileException(FileFault fault, String about, String sentence) {
        super(sentence);
        this.fault = fault;
        this.about = about;
    }

    public ImportFailure failure() {
        return new ImportFailure(fault, about, getMessage());
    }
}
