package org.answerloop.web.person;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({"maya, MA", "Maya Engel, ME", "m.engel@example.org, ME", "x, X", "élodie, ÉL", "ada_b_c, AB"})
    void two_letters_stand_for_a_person(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
