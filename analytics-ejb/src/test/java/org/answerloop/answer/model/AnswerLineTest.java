package org.answerloop.answer.model;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a line of a file says of an answer. */
class AnswerLineTest {

    private static final AnswerFileTitles ALL = AnswerFileTitles.of(AnswerFileColumn.titles());

    @Test
    void a_line_says_all_of_an_answer_or_as_little_as_is_needed() {
        assertThat(line(ALL, "7", "'=Why?", "'-Because.", "fr-ca", "Archived", "edgar", "2027-01-31"))
                .isEqualTo(new AnswerLine(
                        7L,
                        new Wording("=Why?", "-Because.", "fr-CA"),
                        AnswerState.ARCHIVED,
                        "edgar",
                        LocalDate.of(2027, 1, 31)));
        assertThat(line(AnswerFileTitles.of(List.of("Language ", "ANSWER", "question")), "en", "So.", "Why?"))
                .isEqualTo(new AnswerLine(null, new Wording("Why?", "So.", "en"), AnswerState.PUBLISHED, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "seven, Why?, So., en, , , , ID",
        "7, '', So., en, , , , QUESTION",
        "7, Why?, ' ', en, , , , ANSWER",
        "7, Why?, So., English language, , , , LANGUAGE",
        "7, Why?, So., en, open, , , STATE",
        "7, Why?, So., en, draft, , 2027-02-31, DATE",
        "7, Why?, So., en, draft, , 31.1.2027, DATE",
    })
    void what_cannot_be_used_is_named(
            String id,
            String question,
            String answer,
            String language,
            String state,
            String owner,
            String reviewOn,
            UnusableAnswerException.Reason reason) {
        assertThatThrownBy(() -> line(ALL, id, question, answer, language, text(state), text(owner), text(reviewOn)))
                .isInstanceOfSatisfying(
                        UnusableAnswerException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void a_line_has_as_many_cells_as_there_are_columns() {
        assertThatThrownBy(() -> line(ALL, "7", "Why?"))
                .isInstanceOfSatisfying(
                        UnusableAnswerException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(UnusableAnswerException.Reason.CELLS));
        assertThat(ALL.question(List.of("7"))).isEmpty();
    }

    @Test
    void the_needed_columns_are_there_and_each_is_known_and_there_once() {
        assertThat(ALL.areUsable()).isTrue();
        assertThat(AnswerFileTitles.of(List.of("question", "answer", "language"))
                        .areUsable())
                .isTrue();
        assertThat(AnswerFileTitles.of(List.of("question", "answer")).areUsable())
                .isFalse();
        assertThat(AnswerFileTitles.of(List.of("question", "answer", "language", "colour"))
                        .areUsable())
                .isFalse();
        assertThat(AnswerFileTitles.of(List.of("question", "answer", "language", "question"))
                        .areUsable())
                .isFalse();
    }

    private static AnswerLine line(AnswerFileTitles titles, String... cells) {
        return AnswerLine.of(titles.cells(List.of(cells)));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
