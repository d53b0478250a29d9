package org.answerloop.web.reporting;

import java.time.Instant;
import java.util.List;

import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.application.TimelineEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffEntry;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.conversation.application.TimelinePosition;
import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ConversationState;
import org.answerloop.conversation.model.HandoffTrigger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineMakerTest {

    private static final Instant DEADLINE = Instant.parse("2026-11-20T12:00:00Z");

    private final TimelineMaker maker = new TimelineMaker(EnglishTexts.texts());

    @Test
    void the_deadline_stands_behind_what_occurred_up_to_it() {
        List<TimelineItem> items = maker.items(
                conversation(message("a", DEADLINE, "in time"), message("b", DEADLINE.plusMillis(1), "too late")));

        assertThat(items).extracting(TimelineItem::kind).containsExactly("visitor", "deadline", "visitor");
    }

    @Test
    void a_deadline_after_everything_stands_last() {
        assertThat(maker.items(conversation(message("a", DEADLINE.minusSeconds(1), "Hello"))))
                .extracting(TimelineItem::kind)
                .containsExactly("visitor", "deadline");
    }

    @Test
    void the_deadline_stands_on_one_page_of_many() {
        ConversationView more = conversation("next", message("a", DEADLINE.minusSeconds(1), "Hello"));
        ConversationView last = conversation((String) null, message("b", DEADLINE.plusSeconds(2), "Hello"));

        assertThat(maker.items(more)).extracting(TimelineItem::kind).containsExactly("visitor");
        assertThat(maker.items(last, TimelinePosition.before(DEADLINE.minusSeconds(1))))
                .extracting(TimelineItem::kind)
                .containsExactly("deadline", "visitor");
        assertThat(maker.items(last, TimelinePosition.before(DEADLINE.plusSeconds(1))))
                .extracting(TimelineItem::kind)
                .containsExactly("visitor");
    }

    @Test
    void the_date_stands_where_it_changes_in_the_zone_of_the_deployment() {
        List<TimelineItem> items = maker.items(conversation(
                message("a", Instant.parse("2026-11-18T22:59:00Z"), "x"),
                message("b", Instant.parse("2026-11-18T23:01:00Z"), "x"),
                message("c", Instant.parse("2026-11-18T23:02:00Z"), "x")));

        assertThat(items)
                .extracting(TimelineItem::day)
                .containsExactly("18 Nov 2026", "19 Nov 2026", null, "20 Nov 2026");
    }

    @Test
    void a_handoff_says_by_what_and_to_whom() {
        HandoffEntry handoff =
                new HandoffEntry(DEADLINE.minusSeconds(9), false, HandoffTrigger.RULE, "Bookings", "after hours");

        TimelineItem item = maker.items(conversation(handoff)).get(0);

        assertThat(item.title()).isEqualTo("Handed off by an automation to Bookings");
        assertThat(item.text()).isEqualTo("after hours");
    }

    @Test
    void anchors_of_different_messages_differ_and_hold_no_odd_characters() {
        assertThat(TimelineMaker.anchor("m 1\"/é")).matches("m-[A-Za-z0-9_]+");
        assertThat(TimelineMaker.anchor("a b")).isNotEqualTo(TimelineMaker.anchor("a-b"));
    }

    private static MessageEntry message(String id, Instant at, String text) {
        return new MessageEntry(at, false, id, AuthorKind.VISITOR, null, text, List.of(), List.of());
    }

    private static ConversationView conversation(TimelineEntry... entries) {
        return conversation(null, entries);
    }

    private static ConversationView conversation(String next, TimelineEntry... entries) {
        return new ConversationView(
                1,
                "desk",
                "c-1",
                "chat",
                "en",
                null,
                null,
                entries[0].at(),
                ConversationState.PENDING,
                DEADLINE,
                null,
                List.of(),
                false,
                false,
                false,
                null,
                List.of(entries),
                next);
    }
}
