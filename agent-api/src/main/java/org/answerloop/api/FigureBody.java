package org.answerloop.api;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Unit;

/**
 * A figure as the API tells it; what does not apply is left out, but for the value.
 *
 * @param value null where the denominator is empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureBody(
        @JsonInclude(JsonInclude.Include.ALWAYS) Double value,
        Long numerator,
        Long denominator,
        Long pending,
        Double lower,
        Double upper) {

    static FigureBody of(Figure figure) {
        return new FigureBody(
                figure.value(),
                figure.numerator(),
                figure.denominator(),
                figure.pending(),
                figure.lower(),
                figure.upper());
    }

    static String unit(Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
