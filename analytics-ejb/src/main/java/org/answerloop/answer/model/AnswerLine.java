package org.answerloop.answer.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A short answer as a line of a file says it.
 *
 * @param id of the answer that it changes; null where its question tells which, or it is new
 * @param owner null for whoever owns it already
 * @param reviewOn null for never
 */
public record AnswerLine(Long id, Wording wording, AnswerState state, String owner, LocalDate reviewOn) {

    /**
     * @param cells by column; those that are not there are empty
     * @throws UnusableAnswerException where a cell cannot be used
     */
    public static AnswerLine of(Map<AnswerFileColumn, String> cells) {
        return new AnswerLine(
                id(cell(cells, AnswerFileColumn.ID)),
                new Wording(
                        cells.get(AnswerFileColumn.QUESTION),
                        cells.get(AnswerFileColumn.ANSWER),
                        cells.get(AnswerFileColumn.LANGUAGE)),
                state(cell(cells, AnswerFileColumn.STATE)),
                cell(cells, AnswerFileColumn.OWNER),
                date(cell(cells, AnswerFileColumn.REVIEW_ON)));
    }

    private static String cell(Map<AnswerFileColumn, String> cells, AnswerFileColumn column) {
        String text = cells.getOrDefault(column, "").strip();
        return text.isEmpty() ? null : text;
    }

    private static Long id(String text) {
        if (text != null && !text.matches("[0-9]{1,18}")) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.ID);
        }
        return text == null ? null : Long.valueOf(text);
    }

    private static AnswerState state(String text) {
        return text == null
                ? AnswerState.PUBLISHED
                : Stream.of(AnswerState.values())
                        .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new UnusableAnswerException(UnusableAnswerException.Reason.STATE));
    }

    private static LocalDate date(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.DATE);
        }
    }
}
