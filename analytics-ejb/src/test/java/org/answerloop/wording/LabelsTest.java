package org.answerloop.wording;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LabelsTest {

    private final Labels english = new Labels(Locale.ENGLISH);
    private final Labels french = new Labels(Locale.FRENCH);

    @Test
    void known_channels_have_a_name_in_each_language() {
        assertThat(english.channel("email")).isEqualTo("E-mail");
        assertThat(french.channel("form")).isEqualTo("Formulaire");
    }

    @Test
    void an_unknown_channel_stands_for_itself() {
        assertThat(english.channel("Carrier pigeon")).isEqualTo("Carrier pigeon");
    }

    @Test
    void a_language_is_named_in_the_language_of_the_page() {
        assertThat(english.language("fr")).isEqualTo("French");
        assertThat(french.language("fr")).isEqualTo("Français");
        assertThat(english.language("not a tag")).isEqualTo("not a tag");
    }
}
