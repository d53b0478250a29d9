package org.answerloop.kernel;

import java.text.Normalizer;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class NormalFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Où est mon colis ?",
                "e\u0301",
                "\u1EAD",
                "Việt Nam",
                "नमस्ते",
                "שָׁלוֹם",
                "ﬁ ２０ ㎏",
                "한국어",
                "😀"
            })
    void what_people_write_is_as_unicode_says(String text) {
        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertThat(NormalForm.of(text, form)).isEqualTo(Normalizer.normalize(text, form));
        }
    }

    @Test
    void the_letter_after_too_many_marks_is_kept() {
        assertThat(NormalForm.of("a" + "\u0301".repeat(1_000) + "b", Normalizer.Form.NFD))
                .isEqualTo("a" + "\u0301".repeat(30) + "b");
    }

    /** 80,000 such marks took Java's own normaliser half a minute, and time grows with their square. */
    @ParameterizedTest
    @EnumSource(Normalizer.Form.class)
    void a_mebibyte_of_marks_in_the_wrong_order_is_put_in_order_in_bounded_time(Normalizer.Form form) {
        String text = "a" + "\u0301\u0323".repeat(262_144);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> NormalForm.of(text, form));
    }
}
