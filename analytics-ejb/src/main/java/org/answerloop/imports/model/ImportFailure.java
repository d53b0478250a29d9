package org.answerloop.imports.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Why an import cannot go on: for programs, and for people in their language. */
@Embeddable
public class ImportFailure {

    private static final int SENTENCE = 2000;
    private static final int ABOUT = 255;

    @Enumerated(EnumType.STRING)
    @Column(name = "failure_fault")
    private FileFault fault;

    @Column(name = "failure_about")
    private String about;

    @Column(name = "failure")
    private String sentence;

    protected ImportFailure() {}

    /**
     * @param about what it is that is wrong, such as the name of a column; empty where the fault says everything
     * @param sentence for a person, in English
     */
    public ImportFailure(FileFault fault, String about, String sentence) {
        this.fault = fault;
        this.about = cut(about, ABOUT);
        this.sentence = cut(sentence, SENTENCE);
    }

    public FileFault fault() {
        return fault;
    }

    public String about() {
        return about;
    }

    public String sentence() {
        return sentence;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
