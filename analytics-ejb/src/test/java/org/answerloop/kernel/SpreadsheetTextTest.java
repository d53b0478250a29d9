package org.answerloop.kernel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1"})
    void what_begins_a_formula_is_text(String text) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo("'" + text);
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
