package org.answerloop.web.knowledge;

import java.util.List;
import java.util.Map;

import org.answerloop.kernel.UnknownCursorException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AskedPageTest {

    private static final List<String> FIRST = List.of("a", "b");
    private static final Map<String, List<String>> LATER = Map.of("b", List.of("c"), "c", List.of());

    @Test
    void the_page_that_the_address_asks_for_is_read() {
        assertThat(asked("b")).isEqualTo(new AskedPage<>(List.of("c"), "b"));
    }

    @Test
    void an_address_that_asks_for_none_asks_for_the_first() {
        assertThat(asked(null)).isEqualTo(new AskedPage<>(FIRST, null));
        assertThat(asked(" ")).isEqualTo(new AskedPage<>(FIRST, null));
    }

    @Test
    void where_nothing_stands_any_more_the_first_is_read() {
        assertThat(asked("c")).isEqualTo(new AskedPage<>(FIRST, null));
    }

    @Test
    void a_cursor_that_nobody_gave_out_leads_to_the_first() {
        assertThat(asked("made up")).isEqualTo(new AskedPage<>(FIRST, null));
    }

    private static AskedPage<List<String>> asked(String cursor) {
        return AskedPage.read(cursor, AskedPageTest::read, rows -> rows);
    }

    private static List<String> read(String cursor) {
        if (cursor == null) {
            return FIRST;
        }
        if (!LATER.containsKey(cursor)) {
            throw new UnknownCursorException();
        }
        return LATER.get(cursor);
    }
}
