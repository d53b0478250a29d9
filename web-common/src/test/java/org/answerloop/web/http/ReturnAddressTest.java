package org.answerloop.web.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnAddressTest {

    @Test
    void the_page_of_this_host_comes_back_with_its_filter() {
        assertThat(ReturnAddress.of("https://answers.example/reporting/?bucket=day&channel=chat", "answers.example"))
                .contains("/reporting/?bucket=day&channel=chat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/reporting/",
                "https://answers.example//elsewhere.example/",
                "javascript:alert(1)",
                "not an address",
                "https://answers.example"
            })
    void nobody_is_sent_elsewhere(String referrer) {
        assertThat(ReturnAddress.of(referrer, "answers.example")).isEmpty();
    }

    @Test
    void no_referring_page_leads_nowhere() {
        assertThat(ReturnAddress.of(null, "answers.example")).isEmpty();
    }
}
