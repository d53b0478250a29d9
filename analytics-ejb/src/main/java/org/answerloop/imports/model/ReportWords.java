package org.answerloop.imports.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a report says besides its facts.
 *
 * @param columns the names of line, event, code, pointer and detail, and behind them that of the titles where there are any
 * @param titles the short title of a problem by its code, for people; empty for programs, which go by the code
 */
public record ReportWords(List<String> columns, Optional<UnaryOperator<String>> titles) {

    public static final ReportWords FOR_PROGRAMS =
            new ReportWords(List.of("line", "event", "code", "pointer", "detail"), Optional.empty());

    public ReportWords {
        columns = List.copyOf(columns);
    }
}
