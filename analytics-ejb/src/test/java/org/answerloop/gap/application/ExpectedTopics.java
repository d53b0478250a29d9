package org.answerloop.gap.application;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.answerloop.gap.application.TopicStory.Asked;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.gap.model.TopicState;

import static org.answerloop.gap.application.TopicStory.CONVERSATIONS;
import static org.answerloop.gap.application.TopicStory.TODAY;
import static org.answerloop.gap.application.TopicStory.TOPICS;
import static org.answerloop.gap.application.TopicStory.ZONE;
import static org.answerloop.gap.application.TopicStory.agent;
import static org.answerloop.gap.application.TopicStory.channel;
import static org.answerloop.gap.application.TopicStory.firstPart;
import static org.answerloop.gap.application.TopicStory.language;
import static org.answerloop.gap.application.TopicStory.outcome;
import static org.answerloop.gap.application.TopicStory.snoozedUntil;
import static org.answerloop.gap.application.TopicStory.state;
import static org.answerloop.gap.application.TopicStory.title;

/** What the list has to say of the topics of a story, counted in plain Java. */
final class ExpectedTopics {

    private final List<Asked> asked;

    ExpectedTopics(TopicStory story) {
        this.asked = story.asked();
    }

    /** Those that are listed, in their order. */
    List<Line> listed(TopicFilter filter) {
        List<Line> rows = new ArrayList<>();
        long settled = IntStream.rangeClosed(1, CONVERSATIONS)
                .filter(id -> outcome(id) != null && counts(filter, id) && within(filter, firstPart(id)))
                .count();
        for (long topic = 1; topic <= TOPICS; topic++) {
            long id = topic;
            List<Asked> ofChannel = asked.stream()
                    .filter(one -> one.topic() == id && counts(filter, one.conversation()))
                    .toList();
            List<Asked> of =
                    ofChannel.stream().filter(one -> within(filter, one.at())).toList();
            List<Asked> counted = of.stream().filter(one -> !one.dismissed()).toList();
            boolean named = filter.words() == null
                    || title(id)
                            .toLowerCase(Locale.ROOT)
                            .contains(filter.words().toLowerCase(Locale.ROOT));
            if (named
                    && isListed(filter.selection(), id, of, counted)
                    && (filter.language() == null || filter.language().equals(language(id)))) {
                rows.add(new Line(
                        id,
                        state(id),
                        conversations(counted, one -> true),
                        conversations(
                                counted,
                                one -> Objects.equals(outcome(one.conversation()), "NOT_RESOLVED")
                                        && within(filter, firstPart(one.conversation()))),
                        settled,
                        (counted.isEmpty() ? of : counted)
                                .stream().map(Asked::at).max(Instant::compareTo).orElseThrow(),
                        weeks(ofChannel)));
            }
        }
        rows.sort(Comparator.comparingLong(Line::unresolved)
                .thenComparing(Line::lastAskedAt)
                .thenComparingLong(Line::id)
                .reversed());
        return rows;
    }

    private static boolean isListed(TopicSelection selection, long topic, List<Asked> of, List<Asked> counted) {
        boolean open = state(topic) == TopicState.OPEN || state(topic) == TopicState.REOPENED;
        boolean snoozed = snoozedUntil(topic) != null && snoozedUntil(topic).isAfter(TODAY);
        return switch (selection) {
            case OPEN -> !counted.isEmpty() && open && !snoozed;
            case REOPENED -> !counted.isEmpty() && state(topic) == TopicState.REOPENED && !snoozed;
            case SNOOZED -> !counted.isEmpty() && open && snoozed;
            case RESOLVED -> !counted.isEmpty() && state(topic) == TopicState.RESOLVED;
            case DISMISSED -> !of.isEmpty() && (state(topic) == TopicState.DISMISSED || counted.isEmpty());
            case ALL -> !of.isEmpty();
        };
    }

    private static List<Long> weeks(List<Asked> of) {
        LocalDate running = TODAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.rangeClosed(0, 7)
                .mapToObj(week -> running.minusWeeks(7L - week))
                .map(monday -> conversations(
                        of,
                        one -> !one.dismissed()
                                && LocalDate.ofInstant(one.at(), ZONE)
                                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                        .equals(monday)))
                .toList();
    }

    private static long conversations(List<Asked> of, Predicate<Asked> which) {
        return of.stream().filter(which).map(Asked::conversation).distinct().count();
    }

    private static boolean within(TopicFilter filter, Instant moment) {
        return (filter.from() == null || !moment.isBefore(filter.from()))
                && (filter.to() == null || moment.isBefore(filter.to()));
    }

    private static boolean counts(TopicFilter filter, long conversation) {
        return conversation % 11 != 0
                && conversation % 12 != 0
                && (filter.channel() == null || filter.channel().equals(channel(conversation)))
                && (filter.customerAgent() == null || filter.customerAgent().equals(agent(conversation)));
    }

    /** What the list tells of a topic. */
    record Line(
            long id,
            TopicState state,
            long conversations,
            long unresolved,
            long settled,
            Instant lastAskedAt,
            List<Long> weeks) {

        static Line of(TopicRow row) {
            return new Line(
                    row.id(),
                    row.standing().state(),
                    row.conversations(),
                    row.unresolved(),
                    row.settled(),
                    row.lastAskedAt(),
                    row.weeks().stream().map(TopicRow.Week::conversations).toList());
        }
    }
}
