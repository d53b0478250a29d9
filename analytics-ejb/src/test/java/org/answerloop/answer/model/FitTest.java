package org.answerloop.answer.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Words and meaning tell together how well an answer fits. */
class FitTest {

    @ParameterizedTest
    @CsvSource({
        "en, 0.0, 1.0, true",
        "en, 0.0, 0.5, true",
        "en, 0.0, 0.1, false",
        "en, 0.1, 0.0, true",
        "fr, 0.0, 0.1, false",
        "fr, 0.9, 0.1, true",
        "en, 0.4,, true",
        "fr, 0.0,, false"
    })
    void what_shares_no_word_has_to_mean_nearly_the_same(
            String language, double words, Double similarity, boolean worthSaying) {
        assertThat(new Fit(language, words, similarity).isWorthSaying()).isEqualTo(worthSaying);
    }

    @ParameterizedTest
    @CsvSource({"en", "fr"})
    void the_score_lies_between_what_words_and_what_meaning_say(String language) {
        assertThat(new Fit(language, 0.2, 0.8).score()).isBetween(0.2, 0.8);
        assertThat(new Fit(language, 1, 1.0).score()).isCloseTo(1, within(1e-9));
        assertThat(new Fit(language, 0.3, null).score()).isEqualTo(0.3);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.5", "0.5, 0.1"})
    void meaning_tells_more_in_the_language_of_the_model_than_in_another(double similarity, double words) {
        assertThat(new Fit("en", words, similarity).score()).isGreaterThan(new Fit("fr", words, similarity).score());
    }
}
