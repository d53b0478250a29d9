package org.answerloop.wording;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the sentences of every bundle of the business. */
class BundlesTest {

    private static final Pattern UNSPACED = Pattern.compile("[^\\u202f\\u00a0][:;!?%»](\\s|$)|«[^\\u202f\\u00a0]");

    @ParameterizedTest
    @ValueSource(strings = {"wording.wording", "export.export", "subscription.subscription"})
    void both_languages_say_the_same_things(String bundle) {
        assertThat(french(bundle).keySet()).isEqualTo(english(bundle).keySet()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wording.wording", "export.export", "subscription.subscription"})
    void french_keeps_its_punctuation_with_the_word_before_it(String bundle) {
        ResourceBundle french = french(bundle);
        assertThat(french.keySet())
                .allSatisfy(key -> assertThat(french.getString(key)).doesNotContainPattern(UNSPACED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wording.wording", "export.export", "subscription.subscription"})
    void apostrophes_are_typographic_so_that_no_blank_is_left_unfilled(String bundle) {
        assertThat(english(bundle).keySet()).allSatisfy(key -> {
            assertThat(english(bundle).getString(key)).doesNotContain("'");
            assertThat(french(bundle).getString(key)).doesNotContain("'");
        });
    }

    private static ResourceBundle english(String bundle) {
        return ResourceBundle.getBundle("org.answerloop." + bundle, Locale.ENGLISH);
    }

    private static ResourceBundle french(String bundle) {
        return ResourceBundle.getBundle("org.answerloop." + bundle, Locale.FRENCH);
    }
}
