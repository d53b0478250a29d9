package org.answerloop.web.filter;

import java.util.List;
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

    @Test
    void a_query_is_read_again_without_what_the_page_does_not_know() {
        List<String> known = List.of("period", "bucket", "channel");
        assertThat(FilterQuery.read("channel=a%26b&evil=1&period=weeks4&problem=TAKEN&bucket=%zz", known)
                        .text())
                .isEqualTo("period=weeks4&channel=a%26b");
        assertThat(FilterQuery.read(null, known)).isEqualTo(FilterQuery.NONE);
    }
}
