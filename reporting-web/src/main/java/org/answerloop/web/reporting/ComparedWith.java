package org.answerloop.web.reporting;

import java.util.Optional;
import java.util.stream.Stream;

import org.answerloop.report.model.Comparison;

/** What a page compares with, by its name in an address and in the bundle. */
enum ComparedWith {
    PREVIOUS("previous", Comparison.Kind.PREVIOUS_PERIOD),
    YEAR("year", Comparison.Kind.YEAR_AGO);

    private final String key;
    private final Comparison.Kind kind;

    ComparedWith(String key, Comparison.Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    static Optional<ComparedWith> named(String key) {
        return Stream.of(values()).filter(choice -> choice.key.equals(key)).findFirst();
    }

    static ComparedWith of(Comparison.Kind kind) {
        return kind == Comparison.Kind.YEAR_AGO ? YEAR : PREVIOUS;
    }

    String key() {
        return key;
    }

    Comparison.Kind kind() {
        return kind;
    }
}
