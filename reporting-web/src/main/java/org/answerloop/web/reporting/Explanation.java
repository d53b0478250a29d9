package org.answerloop.web.reporting;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.application.TimelineEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffRequestEntry;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.resolution.model.Criterion;
import org.answerloop.resolution.model.Finding;

/** Explains a verdict: every criterion with what was found, when, and where in the timeline that stands. */
final class Explanation {

    private final Texts texts;
    private final Function<Instant, String> pages;

    /** @param pages the address of the page of the timeline that begins at a moment; null where all of it is on this one */
    Explanation(Texts texts, Function<Instant, String> pages) {
        this.texts = texts;
        this.pages = pages;
    }

    /** One line for every criterion; none while there is no verdict. */
    List<FindingLine> lines(ConversationView conversation) {
        return conversation.verdict() == null
                ? List.of()
                : conversation.verdict().findings().stream()
                        .map(finding -> line(finding, conversation.timeline()))
                        .toList();
    }

    private FindingLine line(Finding finding, List<TimelineEntry> timeline) {
        OptionalInt position = IntStream.range(0, timeline.size())
                .filter(i -> shows(timeline.get(i), finding))
                .findFirst();
        if (position.isEmpty()) {
            String page = finding.evidence() == null ? null : pages.apply(finding.at());
            return new FindingLine(
                    finding.met(),
                    sentence(finding),
                    null,
                    page == null ? null : texts.of("finding.evidence.event"),
                    when(finding),
                    page);
        }
        TimelineEntry entry = timeline.get(position.getAsInt());
        return new FindingLine(
                finding.met(),
                sentence(finding),
                TimelineMaker.anchor(entry, position.getAsInt()),
                texts.of(entry instanceof MessageEntry ? "finding.evidence" : "finding.evidence.event"),
                when(finding));
    }

    private static boolean shows(TimelineEntry entry, Finding finding) {
        if (entry instanceof MessageEntry message) {
            return message.messageId().equals(finding.evidence());
        }
        if (entry instanceof HandoffEntry handoff) {
            boolean sameTrigger = finding.handoffTrigger()
                    .filter(handoff.trigger().name()::equalsIgnoreCase)
                    .isPresent();
            return sameTrigger && handoff.at().equals(finding.at());
        }
        // A request in a message is shown by the message, which comes before it.
        return entry instanceof HandoffRequestEntry request
                && finding.criterion() == Criterion.NO_HANDOFF_REQUEST
                && !finding.met()
                && request.at().equals(finding.at());
    }

    private String sentence(Finding finding) {
        String key = "finding." + finding.criterion().name() + (finding.met() ? ".met" : ".not_met");
        return finding.handoffTrigger()
                .map(trigger -> key + "." + trigger)
                .filter(texts::has)
                .map(texts::of)
                .orElseGet(() -> texts.of(key));
    }

    /** Where nothing happened that should have, it did not happen up to the deadline; null where nothing had to happen. */
    private String when(Finding finding) {
        String moment = texts.formats().moment(finding.at());
        if (finding.evidence() != null) {
            return moment;
        }
        return finding.met() ? null : texts.of("finding.until", moment);
    }
}
