package org.answerloop.kernel;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageCursorTest {

    @Test
    void a_cursor_comes_back_as_it_went() {
        PageCursor cursor = new PageCursor(Instant.parse("2026-11-23T07:44:52.123456Z"), "4711");

        assertThat(PageCursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a", "a.b.c", "a.?", "zzzzzzzzzzzzzz.1", "zzzzzzzzzzzzz.1", "1 or 1=1.1"})
    void a_cursor_that_no_page_gave_is_refused(String text) {
        assertThatExceptionOfType(UnknownCursorException.class).isThrownBy(() -> PageCursor.parse(text));
    }

    @Test
    void a_cursor_of_another_list_is_refused_where_a_number_is_needed() {
        assertThatExceptionOfType(UnknownCursorException.class)
                .isThrownBy(() -> PageCursor.parse("1.abc").number());
    }
}
