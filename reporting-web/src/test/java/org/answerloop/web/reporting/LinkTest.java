package org.answerloop.web.reporting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinkTest {

    @Test
    void an_address_of_the_scheme_https_can_be_followed() {
        assertThat(Link.of("T-1", "https://desk.example/t/1?a=b"))
                .isEqualTo(new Link("T-1", "https://desk.example/t/1?a=b"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"http://desk.example/t/1", "https://desk.example@elsewhere.example/", ""})
    void any_other_address_is_only_text(String address) {
        assertThat(Link.of("T-1", address)).isEqualTo(new Link("T-1", ""));
    }

    @Test
    void an_address_without_a_name_stands_for_itself() {
        assertThat(Link.of(null, "https://desk.example/t/1").text()).isEqualTo("https://desk.example/t/1");
    }
}
