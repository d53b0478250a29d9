package org.answerloop.web.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DownloadTest {

    @Test
    void a_plain_name_stands_in_the_header_as_it_is() {
        assertThat(Download.disposition("short-answers.csv")).isEqualTo("attachment; filename=\"short-answers.csv\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Comité mensuel.csv", "é ß 漢 😀 ’ ; = <.xlsx", "50% \"off\".pdf", "a\\b/c.csv"})
    void any_other_name_stands_there_in_ascii_as_well_and_comes_back_the_same(String name) {
        String header = Download.disposition(name);
        assertThat(header).matches("attachment; filename=\"[ -~&&[^\"\\\\]]+\"; filename\\*=UTF-8''[!-~&&[^\"';,]]+");
        String encoded = header.replaceFirst(".*filename\\*=UTF-8''", "");
        assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }

    @Test
    void no_name_begins_another_header() {
        assertThat(Download.disposition("a\r\nSet-Cookie: b=c")).doesNotContain("\r", "\n");
    }
}
