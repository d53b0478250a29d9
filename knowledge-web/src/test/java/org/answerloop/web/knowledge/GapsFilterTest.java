package org.answerloop.web.knowledge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicSelection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GapsFilterTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void an_address_without_anything_lists_what_is_open() {
        GapsFilter filter = GapsFilter.of(Map.of());

        assertThat(filter.topics(PARIS)).isEqualTo(TopicFilter.NONE);
        assertThat(filter.isNarrowed()).isFalse();
        assertThat(filter.query().on("gaps.xhtml")).isEqualTo("gaps.xhtml");
    }

    @Test
    void the_address_holds_all_of_it_and_the_last_day_counts() {
        GapsFilter filter =
                GapsFilter.read("q=a%26b&state=resolved&from=2026-10-24&until=2026-10-25&evil=1&channel=chat");

        assertThat(filter.topics(PARIS))
                .isEqualTo(new TopicFilter(
                        TopicSelection.RESOLVED,
                        null,
                        "chat",
                        null,
                        Instant.parse("2026-10-23T22:00:00Z"),
                        Instant.parse("2026-10-25T23:00:00Z"),
                        "a&b"));
        assertThat(filter.isNarrowed()).isTrue();
        assertThat(filter.query().text())
                .isEqualTo("state=resolved&channel=chat&from=2026-10-24&until=2026-10-25&q=a%26b");
    }

    @Test
    void what_cannot_be_used_narrows_nothing() {
        GapsFilter filter = GapsFilter.read("state=nonsense&from=yesterday&until=2026-13-01");

        assertThat(filter.topics(PARIS)).isEqualTo(TopicFilter.NONE);
    }
}
