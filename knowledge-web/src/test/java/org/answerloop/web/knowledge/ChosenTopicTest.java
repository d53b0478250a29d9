package org.answerloop.web.knowledge;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChosenTopicTest {

    @Test
    void what_a_check_box_sends_is_read_again() {
        ChosenTopic chosen = new ChosenTopic(12, 3);

        assertThat(ChosenTopic.read(new String[] {chosen.toString(), "7-0"}))
                .containsExactly(chosen, new ChosenTopic(7, 0));
    }

    @Test
    void what_no_page_wrote_is_left_out() {
        assertThat(ChosenTopic.read(null)).isEmpty();
        assertThat(ChosenTopic.read(new String[] {"", "12", "-1-2", "1-1 or 1=1", "9999999999999999999-1"}))
                .isEmpty();
    }
}
