package org.answerloop.connection.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiPathTest {

    @Test
    void ids_stand_where_the_template_says() throws UnmappableException {
        assertThat(ApiPath.of("/threads/{}/messages/{}?limit=100", "55", "c43b2afc-0d1e_4.5~a"))
                .hasToString("/threads/55/messages/c43b2afc-0d1e_4.5~a?limit=100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../secrets",
                "..%2fsecrets",
                "%2e%2e",
                "a/b",
                "a\\b",
                "a?b",
                "a#b",
                "a;b",
                "a&b",
                "a@b",
                "a\r\nHost: b",
                "a\u0000",
                "\u2025",
                "\uFF0E\uFF0E",
                "é",
                "{}"
            })
    void what_a_platform_sends_leads_nowhere_else(String id) {
        assertThatThrownBy(() -> ApiPath.of("/threads/{}", id)).isInstanceOf(UnmappableException.class);
    }
}
