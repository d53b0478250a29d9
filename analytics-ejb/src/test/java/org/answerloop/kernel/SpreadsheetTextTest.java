package org.answerloop.kernel;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "\n1", "＝1", "＋1", "－1", "＠A1"})
    void what_begins_a_formula_is_text(String text) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @MethodSource("withSeparators")
    void what_begins_a_formula_for_whoever_reads_by_another_separator_is_text_too(String text, String written) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo(written);
    }

    static Stream<Arguments> withSeparators() {
        return Stream.of(
                arguments("x;=1+1", "x;'=1+1"),
                arguments("x,+1", "x,'+1"),
                arguments("\t=1", "'\t'=1"),
                arguments("a\n-1+cmd|' /C calc'!A0", "a\n'-1+cmd|' /C calc'!A0"),
                arguments("\r\n@SUM(A1)", "'\r\n'@SUM(A1)"),
                arguments("x;\"=1+1", "x;\"'=1+1"),
                arguments("x;'=1", "x;'=1"),
                arguments("a;;\uFF1D1", "a;;'\uFF1D1"),
                arguments("a; b=c, d", "a; b=c, d"));
    }

    @RepeatedTest(50)
    void whatever_is_made_of_signs_separators_and_quotes_comes_back_the_same(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        String signs = "=+-@',;\t\r\n\"|a1 \uFF1D";
        String text = new Random(seed)
                .ints(12, 0, signs.length())
                .mapToObj(at -> signs.substring(at, at + 1))
                .collect(Collectors.joining());

        assertThat(SpreadsheetText.original(SpreadsheetText.reversible(text)))
                .as("seed " + seed)
                .isEqualTo(text);
        assertThat(SpreadsheetText.harmless(text)).doesNotContainPattern("(^|[,;\t\r\n])[=+@\uFF1D-]");
    }

    @Test
    void a_nul_hides_no_formula() {
        assertThat(SpreadsheetText.harmless("\0=1")).isEqualTo("'=1");
        assertThat(SpreadsheetText.harmless("\0\0a\0")).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "'=1", "''=1", "'", "''", "'tis so", "-", "+", "", "a", "'\u2212", "\uFF1D1", "'\uFF1D1"
            })
    void what_is_written_to_be_read_again_is_read_as_it_was(String text) {
        assertThat(SpreadsheetText.original(SpreadsheetText.reversible(text))).isEqualTo(text);
        assertThat(SpreadsheetText.reversible(text)).doesNotMatch("[=+@\uFF1D-].*");
    }

    @Test
    void other_text_is_left_alone() {
        assertThat(SpreadsheetText.harmless("Where is it? a=b")).isEqualTo("Where is it? a=b");
        assertThat(SpreadsheetText.harmless("")).isEmpty();
        assertThat(SpreadsheetText.harmless(null)).isEmpty();
    }
}
