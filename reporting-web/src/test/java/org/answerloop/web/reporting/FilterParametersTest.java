package org.answerloop.web.reporting;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FilterParametersTest {

    @Test
    void the_reports_read_their_own_parameters_alone() {
        assertThat(FilterParameters.read("channel=chat&metric=handled&problem=TAKEN")
                        .text())
                .isEqualTo("channel=chat");
    }

    @Test
    void a_list_of_conversations_reads_the_filter_and_its_place_in_the_list() {
        assertThat(ListParameters.read("metric=handled&channel=chat&x=y").text())
                .isEqualTo("channel=chat&metric=handled");
    }
}
