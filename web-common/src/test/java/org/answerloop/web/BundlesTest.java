package org.answerloop.web;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BundlesTest {

    private static final Pattern UNSPACED = Pattern.compile("[^\\u202f\\u00a0][:;!?%»](\\s|$)|«[^\\u202f\\u00a0]");

    private final ResourceBundle english = ResourceBundle.getBundle("org.answerloop.web.common", Locale.ENGLISH);
    private final ResourceBundle french = ResourceBundle.getBundle("org.answerloop.web.common", Locale.FRENCH);

    @Test
    void both_languages_say_the_same_things() {
        assertThat(french.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void french_keeps_its_punctuation_with_the_word_before_it() {
        assertThat(french.keySet())
                .allSatisfy(key -> assertThat(french.getString(key)).doesNotContainPattern(UNSPACED));
    }

    @Test
    void apostrophes_are_typographic_so_that_no_blank_is_left_unfilled() {
        assertThat(english.keySet()).allSatisfy(key -> {
            assertThat(english.getString(key)).doesNotContain("'");
            assertThat(french.getString(key)).doesNotContain("'");
        });
    }
}
