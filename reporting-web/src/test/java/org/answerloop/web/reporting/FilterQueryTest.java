package org.answerloop.web.reporting;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FilterQueryTest {

    private final FilterQuery query = new FilterQuery(Map.of("channel", "chat"));

    @Test
    void a_page_without_parameters_has_a_plain_address() {
        assertThat(new FilterQuery(Map.of("channel", " ")).on("index.xhtml")).isEqualTo("index.xhtml");
    }

    @Test
    void parameters_are_encoded() {
        assertThat(query.with("key", "a&b=c é").on("index.xhtml"))
                .isEqualTo("index.xhtml?channel=chat&key=a%26b%3Dc+%C3%A9");
    }

    @Test
    void a_parameter_can_be_taken_away_again() {
        assertThat(query.with("channel", null).on("index.xhtml")).isEqualTo("index.xhtml");
        assertThat(query.given()).containsEntry("channel", "chat");
    }
}
