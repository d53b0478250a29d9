package org.answerloop.event.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadableJsonTest {

    @Test
    void a_member_stands_on_a_line_of_its_own() {
        assertThat(ReadableJson.of("{\"id\":\"1\",\"data\":{\"on\":true,\"list\":[1,null]}}"))
                .isEqualTo("""
                {
                  "id": "1",
                  "data": {
                    "on": true,
                    "list": [
                      1,
                      null
                    ]
                  }
                }""");
    }

    @Test
    void numbers_and_letters_stay_as_they_are_written() {
        assertThat(ReadableJson.of("[1.0,1e400,12345678901234567890.12345678901234567890,\"é\\u0000 \\\" 😀\"]"))
                .contains("1.0,", "1e400,", "12345678901234567890.12345678901234567890", "\"é\\u0000 \\\" 😀\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"id\":",
                "{\"id\":1,\"id\":2}",
                "no JSON",
                "[\"\\ud800\"]",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
                        + "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void what_is_no_JSON_or_would_say_something_else_is_left_alone(String text) {
        assertThat(ReadableJson.of(text)).isEqualTo(text);
    }
}
