package org.answerloop.web.reporting;

import java.time.Instant;
import java.util.List;

import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.application.ConversationView.VerdictView;
import org.answerloop.conversation.application.TimelineEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffRequestEntry;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ConversationState;
import org.answerloop.conversation.model.HandoffTrigger;
import org.answerloop.resolution.model.Criterion;
import org.answerloop.resolution.model.Finding;
import org.answerloop.resolution.model.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationTest {

    private static final Instant AT = Instant.parse("2026-11-17T11:58:00Z");
    private static final Instant DEADLINE = Instant.parse("2026-11-20T12:00:00Z");
    private static final String WHEN = "17 Nov 2026, 12:58";

    private static final MessageEntry MESSAGE =
            new MessageEntry(AT, false, "m1", AuthorKind.VISITOR, null, "Hello", List.of(), List.of());

    @Test
    void a_message_is_linked_to_with_its_moment() {
        assertThat(line(new Finding(Criterion.NO_HANDOFF_REQUEST, false, "m1", AT), MESSAGE))
                .isEqualTo(new FindingLine(false, "The visitor asked for a human.", "m-m1", "See the message", WHEN));
    }

    @Test
    void a_handoff_is_linked_to_by_its_trigger_and_moment() {
        HandoffEntry other = new HandoffEntry(AT.plusSeconds(60), false, HandoffTrigger.RULE, null, null);
        HandoffEntry shown = new HandoffEntry(AT, false, HandoffTrigger.RULE, null, null);

        FindingLine line = line(
                new Finding(Criterion.NO_HUMAN_INVOLVEMENT, false, Finding.handoffEvidence("rule"), AT),
                MESSAGE,
                other,
                shown);

        assertThat(line)
                .isEqualTo(new FindingLine(
                        false,
                        "An automation handed the conversation off.",
                        "e-2",
                        "See it in the conversation",
                        WHEN));
        assertThat(new TimelineMaker(EnglishTexts.texts())
                        .items(conversation(List.of(), MESSAGE, other, shown)).stream()
                                .map(TimelineItem::anchor))
                .contains(line.anchor());
    }

    @Test
    void a_request_that_named_no_message_has_its_moment_too() {
        assertThat(line(
                        new Finding(Criterion.NO_HANDOFF_REQUEST, false, "handoff_request", AT),
                        new HandoffRequestEntry(AT, false, null)))
                .isEqualTo(new FindingLine(
                        false, "The visitor asked for a human.", "e-0", "See it in the conversation", WHEN));
    }

    @Test
    void what_is_missing_is_missing_up_to_the_deadline() {
        assertThat(line(new Finding(Criterion.GROUNDED_REPLY, false, null, DEADLINE), MESSAGE))
                .isEqualTo(new FindingLine(
                        false,
                        "No reply refers to a content source or performed an action.",
                        null,
                        null,
                        "up to the deadline, 20 Nov 2026, 13:00"));
    }

    @Test
    void what_did_not_have_to_happen_and_did_not_has_no_moment() {
        HandoffRequestEntry late = new HandoffRequestEntry(DEADLINE, true, null);

        assertThat(line(new Finding(Criterion.NO_HANDOFF_REQUEST, true, null, DEADLINE), late))
                .isEqualTo(new FindingLine(true, "The visitor did not ask for a human.", null, null, null));
        assertThat(line(new Finding(Criterion.NO_NEGATIVE_FEEDBACK, true, null, DEADLINE), MESSAGE))
                .isEqualTo(new FindingLine(true, "The last reply got no negative feedback.", null, null, null));
    }

    @Test
    void what_stands_on_another_page_of_the_timeline_is_linked_there() {
        FindingLine line = new Explanation(EnglishTexts.texts(), moment -> "page-of-" + moment)
                .lines(conversation(
                        List.of(
                                new Finding(Criterion.NO_HUMAN_INVOLVEMENT, false, "elsewhere", AT),
                                new Finding(Criterion.GROUNDED_REPLY, false, null, AT)),
                        MESSAGE))
                .get(0);

        assertThat(line.address()).isEqualTo("page-of-" + AT);
        assertThat(line.link()).isEqualTo("See it in the conversation");
    }

    private static FindingLine line(Finding finding, TimelineEntry... timeline) {
        return new Explanation(EnglishTexts.texts(), moment -> null)
                .lines(conversation(List.of(finding), timeline))
                .get(0);
    }

    private static ConversationView conversation(List<Finding> findings, TimelineEntry... timeline) {
        return new ConversationView(
                1,
                "desk",
                "c-1",
                "chat",
                "en",
                null,
                null,
                AT,
                ConversationState.NOT_RESOLVED,
                DEADLINE,
                new VerdictView(Outcome.NOT_RESOLVED, false, DEADLINE, DEADLINE, findings),
                List.of(),
                false,
                false,
                false,
                null,
                List.of(timeline),
                null);
    }
}
