package org.answerloop.web.knowledge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicSelection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicPlaceTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String LIST = "state=resolved&channel=chat&agent=a-1&from=2026-10-24&q=x%26y&after=1.2-3";

    @Test
    void a_page_that_was_opened_from_a_list_shows_the_questions_that_the_list_counts() {
        TopicPlace place = TopicPlace.of(Map.of("id", "7", "list", LIST));
        Instant from = Instant.parse("2026-10-23T22:00:00Z");

        assertThat(place.topic()).hasValue(7L);
        assertThat(place.isNarrowed(PARIS)).isTrue();
        assertThat(place.figures(PARIS))
                .isEqualTo(new TopicFilter(TopicSelection.RESOLVED, null, "chat", "a-1", from, null, "x&y"));
        assertThat(place.questions(PARIS))
                .isEqualTo(new QuestionFilter(QuestionFilter.Which.COUNTED, "chat", "a-1", from, null));
    }

    @Test
    void it_leads_back_to_the_same_page_of_the_same_list() {
        assertThat(TopicPlace.of(Map.of("id", "7", "list", LIST)).listAddress()).isEqualTo("gaps.xhtml?" + LIST);
        assertThat(TopicPlace.of(Map.of("id", "7", "list", "evil=1&after=&//elsewhere.example"))
                        .listAddress())
                .isEqualTo("gaps.xhtml");
        assertThat(TopicPlace.of(Map.of("id", "7")).listAddress()).isEqualTo("gaps.xhtml");
    }

    @Test
    void the_whole_topic_is_shown_where_that_is_asked_for_or_the_list_leaves_no_question_out() {
        TopicPlace whole = TopicPlace.of(Map.of("id", "7", "list", LIST, "whole", "shown", "dismissed", "shown"));

        assertThat(whole.isNarrowed(PARIS)).isFalse();
        assertThat(whole.figures(PARIS)).isEqualTo(TopicFilter.NONE);
        assertThat(whole.questions(PARIS)).isEqualTo(QuestionFilter.ALL);
        assertThat(TopicPlace.of(Map.of("id", "7", "list", "state=all&language=fr&q=name"))
                        .isNarrowed(PARIS))
                .isFalse();
    }

    @Test
    void what_is_shown_can_be_switched_and_begins_anew() {
        TopicPlace place = TopicPlace.of(Map.of("id", "7", "list", "channel=chat", "after", "1.2"));

        assertThat(place.switched("whole")).isEqualTo("topic.xhtml?id=7&list=channel%3Dchat&whole=shown");
        assertThat(place.switched("dismissed")).isEqualTo("topic.xhtml?id=7&list=channel%3Dchat&dismissed=shown");
        assertThat(place.addressOf(8)).isEqualTo("topic.xhtml?id=8&list=channel%3Dchat");
        assertThat(place.paging("1.2", "3.4").next()).isEqualTo("topic.xhtml?id=7&list=channel%3Dchat&after=3.4");
        assertThat(place.paging("1.2", null).next()).isNull();
        assertThat(place.paging("1.2", null).first()).isEqualTo("topic.xhtml?id=7&list=channel%3Dchat");
        assertThat(place.paging("1.2", null).begun()).isTrue();
        assertThat(place.paging(null, "3.4").begun()).isFalse();
    }

    @Test
    void what_is_no_number_is_no_topic() {
        assertThat(TopicPlace.of(Map.of("id", "7x")).topic()).isEmpty();
        assertThat(TopicPlace.of(Map.of()).topic()).isEmpty();
    }
}
