package org.answerloop.web.knowledge;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.model.Standing;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.gap.model.TopicState;
import org.answerloop.wording.Formats;

/** How the pages write what a topic is and how it stands. */
@Named
@RequestScoped
public class TopicWording {

    private static final double POINTS = 100;

    /** Below that, one decimal says nothing. */
    private static final double LEAST = 0.05;

    private Words words;

    /** For the proxy. */
    protected TopicWording() {}

    @Inject
    public TopicWording(Words words) {
        this.words = words;
    }

    /** Its title; where that was redacted and nobody has given another, that. */
    public String title(TopicRow topic) {
        return topic.title().isEmpty() ? words.of("topic.untitled") : topic.title();
    }

    /** How many points the resolution rate would gain. */
    public String impact(TopicRow topic) {
        OptionalDouble impact = topic.impact();
        if (impact.isEmpty()) {
            return Formats.NOTHING;
        }
        double points = impact.getAsDouble();
        boolean tiny = points > 0 && points < LEAST;
        String written = words.formats().points((tiny ? 2 * LEAST : points) / POINTS);
        return tiny ? words.of("topic.impact.less", written) : written;
    }

    /** In how many conversations of each week it was asked, for the picture. */
    public List<Long> trend(TopicRow topic) {
        return topic.weeks().stream().map(TopicRow.Week::conversations).toList();
    }

    /** The same in words, a line for each week. */
    public String trendText(TopicRow topic) {
        int running = topic.weeks().size() - 1;
        return IntStream.rangeClosed(0, running)
                .mapToObj(i -> week(
                        i == running ? "topic.week.running" : "topic.week",
                        topic.weeks().get(i)))
                .collect(Collectors.joining("\n"));
    }

    private String week(String key, TopicRow.Week week) {
        return words.of(key, words.formats().day(week.begins()), week.conversations());
    }

    /** Where it stands, in a word or two. */
    public String state(Standing standing) {
        if (standing.snoozed()) {
            return words.of("topic.snoozed", words.formats().date(standing.snoozedUntil()));
        }
        return standing.state() == TopicState.REOPENED
                ? words.of("topic.state.REOPENED", standing.reopened())
                : words.of("topic.state." + standing.state());
    }

    /** How a badge with that is coloured. */
    public String kind(Standing standing) {
        if (standing.snoozed()) {
            return "";
        }
        return switch (standing.state()) {
            case OPEN -> "human";
            case REOPENED -> "warn";
            case RESOLVED -> "good";
            case DISMISSED -> "";
        };
    }
}
