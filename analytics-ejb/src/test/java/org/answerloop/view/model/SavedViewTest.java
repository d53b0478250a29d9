package org.answerloop.view.model;

import java.time.Instant;

import org.answerloop.view.model.UnusableViewException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SavedViewTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void a_name_is_kept_without_the_blanks_around_it() {
        assertThat(new SavedView("maya", "  Monday ", "channel=chat", NOW).name())
                .isEqualTo("Monday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void a_view_has_a_name(String name) {
        refused(Reason.NAME, name, "");
        refused(Reason.NAME, "x".repeat(SavedView.NAME + 1), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=\"><script>", "a=b#c", "a=b c", "a=b\n"})
    void what_a_view_shows_can_stand_in_an_address_as_it_is(String query) {
        refused(Reason.QUERY, "Monday", query);
        refused(Reason.QUERY, "Monday", "a=" + "x".repeat(SavedView.QUERY));
        assertThat(new SavedView("maya", "Monday", "from=2026-10-05&channel=a%26b+c", NOW).query())
                .isEqualTo("from=2026-10-05&channel=a%26b+c");
    }

    private static void refused(Reason reason, String name, String query) {
        assertThatExceptionOfType(UnusableViewException.class)
                .isThrownBy(() -> new SavedView("maya", name, query, NOW))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
