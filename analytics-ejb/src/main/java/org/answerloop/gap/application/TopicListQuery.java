package org.answerloop.gap.application;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicList;
import org.answerloop.gap.model.TopicRow.Week;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.gap.model.TopicState;
import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.Sql;
import org.answerloop.kernel.UnknownCursorException;

/**
 * Pages through the topics of a filter. Where every question counts, the order is that of what was counted beforehand, which an
 * index holds; where some do, all are counted anew.
 */
final class TopicListQuery {

    private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    private final DataSource dataSource;
    private final TopicFigures figures;
    private final TopicFilter filter;

    TopicListQuery(DataSource dataSource, TopicFigures figures, TopicFilter filter) {
        this.dataSource = dataSource;
        this.figures = figures;
        this.filter = filter;
    }

    TopicList page(String cursor, int size) {
        List<FoundTopic> found = found(cursor, size + 1);
        List<FoundTopic> page = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? cursor(page.get(size - 1)) : null;
        List<FoundTopic> shown = filter.choosesQuestions()
                ? page
                : figures.upToDate(page).stream().filter(this::isListed).toList();
        Map<Long, List<Week>> weeks =
                figures.weeks(shown.stream().map(FoundTopic::id).toList(), filter);
        long settled = shown.isEmpty() ? 0 : figures.settled(filter);
        return new TopicList(
                shown.stream()
                        .map(topic -> topic.row(settled, weeks.get(topic.id())))
                        .toList(),
                next);
    }

    private List<FoundTopic> found(String cursor, int limit) {
        String counted = filter.choosesQuestions() ? "a" : "t";
        Sql sql = new Sql()
                .add("select " + FoundTopic.COLUMNS + ",")
                .add("$.conversations, $.unresolved, $.dismissed, $.last_asked_at from".replace("$", counted));
        if (filter.choosesQuestions()) {
            addAsked(sql);
        }
        sql.add("topic t where not t.merged");
        if (filter.choosesQuestions()) {
            sql.add("and t.id = a.topic_id");
        }
        select(sql, counted);
        sql.addEqual("t.language", filter.language());
        if (filter.words() != null) {
            String part = "%" + filter.words().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
            sql.add("and (lower(t.title) like ? escape '!' or lower(t.phrases) like ? escape '!')", part, part);
        }
        if (cursor != null && !cursor.isBlank()) {
            after(sql, counted, cursor);
        }
        return sql.add("order by $.unresolved desc, $.last_asked_at desc, t.id desc".replace("$", counted))
                .add("fetch first " + limit + " rows only")
                .list(dataSource, row -> FoundTopic.of(row, figures.today()));
    }

    private void addAsked(Sql sql) {
        sql.add("(select q.topic_id,");
        CountedQuestions.addAsked(sql, filter).add("and q.topic_id is not null group by q.topic_id) a,");
    }

    private void select(Sql sql, String counted) {
        switch (filter.selection()) {
            case OPEN -> OpenTopics.addAwake(sql, figures.today());
            case REOPENED -> OpenTopics.addAwake(sql, figures.today()).add("and " + in(TopicState.REOPENED));
            case SNOOZED -> OpenTopics.addSnoozed(sql, figures.today());
            case RESOLVED -> sql.add("and " + in(TopicState.RESOLVED));
            case DISMISSED ->
                sql.add("and (" + in(TopicState.DISMISSED) + " or $.conversations = 0)".replace("$", counted));
            case ALL -> {
                // Nothing is left out.
            }
        }
        sql.add((showsDismissed() ? "and $.conversations + $.dismissed > 0" : "and $.conversations > 0")
                .replace("$", counted));
    }

    private static String in(TopicState state) {
        return OpenTopics.inOrder(Set.of(state));
    }

    private boolean isListed(FoundTopic topic) {
        FoundTopic.Figures of = topic.figures();
        return of.conversations() > 0 || showsDismissed() && of.dismissed() > 0;
    }

    private boolean showsDismissed() {
        return filter.selection() == TopicSelection.DISMISSED || filter.selection() == TopicSelection.ALL;
    }

    private static void after(Sql sql, String counted, String cursor) {
        PageCursor position = PageCursor.parse(cursor);
        Matcher place = PLACE.matcher(position.id());
        if (!place.matches()) {
            throw new UnknownCursorException();
        }
        sql.add(
                "and ($.unresolved, $.last_asked_at, t.id) < (?, cast(? as timestamp with time zone), ?)"
                        .replace("$", counted),
                Long.valueOf(place.group(1)),
                position.moment(),
                Long.valueOf(place.group(2)));
    }

    private static String cursor(FoundTopic last) {
        return new PageCursor(last.figures().lastAskedAt(), last.figures().unresolved() + "-" + last.id()).text();
    }
}
