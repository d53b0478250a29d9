package org.answerloop.gap.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicRow.Week;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.Figures;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.ReportCalendar;

/** What is counted of some topics while they are read: one statement for all of them. */
final class TopicFigures {

    /** The running one and those before it. */
    private static final int WEEKS = 8;

    /** Where so many wait to be counted, every topic is taken for one of them. */
    private static final int MANY = 2_000;

    private final DataSource dataSource;
    private final Figures reports;
    private final ReportCalendar calendar;
    private final Clock clock;

    /** @param reports know how many conversations have a verdict, without counting them all */
    TopicFigures(DataSource dataSource, Figures reports, ReportCalendar calendar, Clock clock) {
        this.dataSource = dataSource;
        this.reports = reports;
        this.calendar = calendar;
        this.clock = clock;
    }

    LocalDate today() {
        return calendar.dateOf(clock.instant());
    }

    /** How many conversations have a verdict, under the filter: the denominator of the resolution rate. */
    long settled(TopicFilter filter) {
        return reports.settled(filter.from(), filter.to(), filter.channel(), filter.customerAgent());
    }

    /** The topics, with the figures of those counted now of which something has changed since they were counted. */
    List<FoundTopic> upToDate(List<FoundTopic> topics) {
        Set<Long> stale = stale();
        List<Long> recounted = topics.stream()
                .map(FoundTopic::id)
                .filter(id -> stale.size() > MANY || stale.contains(id))
                .toList();
        Map<Long, FoundTopic.Figures> counted = countNow(recounted, TopicFilter.NONE);
        return topics.stream()
                .map(topic -> recounted.contains(topic.id())
                        ? topic.with(counted.getOrDefault(topic.id(), FoundTopic.Figures.NONE))
                        : topic)
                .toList();
    }

    /** Of the questions that count under the filter. */
    Map<Long, FoundTopic.Figures> countNow(Collection<Long> topics, TopicFilter filter) {
        Map<Long, FoundTopic.Figures> counted = new HashMap<>();
        if (!topics.isEmpty()) {
            CountedQuestions.addFiguresOf(new Sql(), topics, filter)
                    .list(dataSource, row -> counted.put(row.getLong("topic_id"), FoundTopic.Figures.of(row)));
        }
        return counted;
    }

    private Set<Long> stale() {
        return new HashSet<>(new Sql()
                .add("select topic_id from stale_topic where topic_id is not null union")
                .add("select q.topic_id from stale_topic s")
                .add("join unanswered_question q on q.conversation_id = s.conversation_id")
                .add("where s.topic_id is null and q.topic_id is not null")
                .add("fetch first " + (MANY + 1) + " rows only")
                .list(dataSource, row -> row.getLong("topic_id")));
    }

    /** The latest weeks of each topic, the running one last; of the days and the words of the filter nothing is left out. */
    Map<Long, List<Week>> weeks(List<Long> topics, TopicFilter filter) {
        List<LocalDate> begins = new ArrayList<>();
        LocalDate first = Bucket.WEEK.startOf(today(), calendar.weekStart()).minusWeeks(WEEKS - 1L);
        for (int week = 0; week < WEEKS; week++) {
            begins.add(first.plusWeeks(week));
        }
        Map<Long, long[]> counts = topics.isEmpty() ? Map.of() : count(topics, filter, begins);
        Map<Long, List<Week>> weeks = new HashMap<>();
        for (Long topic : topics) {
            long[] of = counts.getOrDefault(topic, new long[WEEKS]);
            List<Week> all = new ArrayList<>();
            for (int week = 0; week < WEEKS; week++) {
                all.add(new Week(begins.get(week), of[week]));
            }
            weeks.put(topic, all);
        }
        return weeks;
    }

    private Map<Long, long[]> count(List<Long> topics, TopicFilter filter, List<LocalDate> begins) {
        Sql sql = new Sql().add("select topic_id, week, count(distinct conversation_id) as conversations from (");
        sql.add("select q.topic_id, q.conversation_id, case");
        for (int week = 1; week < WEEKS; week++) {
            sql.add("when q.asked_at < ? then " + (week - 1), startOf(begins.get(week)));
        }
        // The topics first: a list of values is of use only in the first column of an index.
        sql.add("else " + (WEEKS - 1) + " end as week from topic t")
                .add("join unanswered_question q on q.topic_id = t.id and q.asked_at >= ?", startOf(begins.get(0)))
                .add("and q.asked_at < ?", startOf(begins.get(WEEKS - 1).plusWeeks(1)))
                .add("join conversation c on c.id = q.conversation_id")
                .add("where " + CountedQuestions.LISTED + " and " + CountedQuestions.COUNTS)
                .addIn("t.id", topics);
        CountedQuestions.addConversation(sql, filter.channel(), filter.customerAgent());
        Map<Long, long[]> counts = new HashMap<>();
        sql.add(") as asked group by topic_id, week").list(dataSource, row -> {
            counts.computeIfAbsent(row.getLong("topic_id"), topic -> new long[WEEKS])[row.getInt("week")] =
                    row.getLong("conversations");
            return null;
        });
        return counts;
    }

    private Instant startOf(LocalDate day) {
        return calendar.day(day).from();
    }
}
