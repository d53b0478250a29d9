package org.answerloop.gap.application;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;

import org.answerloop.conversation.model.Eligibility;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicList;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.Sql;
import org.answerloop.kernel.UnknownCursorException;

/** The topics of the questions that the customer agent could not answer, those first that cost the most resolutions. */
@Stateless
public class Topics {

    /** The most rows of one page. */
    public static final int LONGEST_PAGE = 200;

    private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** For the container, which asks for it. */
    public Topics() {}

    public Topics(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param cursor {@link TopicList#next()} of the page before; null for the first
     * @param limit at least 1; more than {@link #LONGEST_PAGE} is taken as that
     * @throws UnknownCursorException when the cursor is not one that a page gave
     */
    public TopicList list(TopicFilter filter, String cursor, int limit) {
        int size = Math.max(1, Math.min(limit, LONGEST_PAGE));
        Sql sql = new Sql()
                .add("select t.id, t.language, t.title, t.phrases, a.conversations, a.unresolved, a.last_asked_at, (")
                .add("select count(*) from conversation c where c.outcome is not null and " + Eligibility.CONDITION);
        ofConversation(sql, filter).add(") as settled from (");
        asked(sql, filter).add(") a join topic t on t.id = a.topic_id where 1 = 1");
        ofTopic(sql, filter);
        Optional.ofNullable(cursor).filter(text -> !text.isBlank()).ifPresent(text -> after(sql, text));
        sql.add("order by a.unresolved desc, a.last_asked_at desc, t.id desc fetch first " + (size + 1) + " rows only");
        List<TopicRow> found = sql.list(
                dataSource,
                row -> new TopicRow(
                        row.getLong("id"),
                        row.getString("language"),
                        row.getString("title"),
                        row.getString("phrases"),
                        row.getLong("conversations"),
                        row.getLong("unresolved"),
                        row.getLong("settled"),
                        Sql.moment(row, "last_asked_at")));
        List<TopicRow> page = found.subList(0, Math.min(size, found.size()));
        return new TopicList(page, found.size() > size ? cursor(page.get(size - 1)) : null);
    }

    /** What was asked of each topic. */
    private static Sql asked(Sql sql, TopicFilter filter) {
        sql.add("select q.topic_id, count(distinct q.conversation_id) as conversations,")
                .add("count(distinct case when c.outcome = 'NOT_RESOLVED' then c.id end) as unresolved,")
                .add("max(q.asked_at) as last_asked_at")
                .add("from unanswered_question q join conversation c on c.id = q.conversation_id")
                .add("where q.topic_id is not null and q.question is not null and " + Eligibility.CONDITION);
        if (filter.from() != null) {
            sql.add("and q.asked_at >= ?", filter.from());
        }
        if (filter.to() != null) {
            sql.add("and q.asked_at < ?", filter.to());
        }
        return ofConversation(sql, filter).add("group by q.topic_id");
    }

    private static Sql ofConversation(Sql sql, TopicFilter filter) {
        return sql.addEqual("c.channel", filter.channel()).addEqual("c.agent_id", filter.customerAgent());
    }

    private static void ofTopic(Sql sql, TopicFilter filter) {
        sql.addEqual("t.language", filter.language());
        if (filter.words() != null && !filter.words().isBlank()) {
            String part = "%" + filter.words().strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
            sql.add("and (lower(t.title) like ? escape '!' or lower(t.phrases) like ? escape '!')", part, part);
        }
    }

    private static void after(Sql sql, String cursor) {
        PageCursor position = PageCursor.parse(cursor);
        Matcher place = PLACE.matcher(position.id());
        if (!place.matches()) {
            throw new UnknownCursorException();
        }
        sql.add(
                "and (a.unresolved, a.last_asked_at, t.id) < (?, cast(? as timestamp with time zone), ?)",
                Long.valueOf(place.group(1)),
                position.moment(),
                Long.valueOf(place.group(2)));
    }

    private static String cursor(TopicRow last) {
        return new PageCursor(last.lastAskedAt(), last.unresolved() + "-" + last.id()).text();
    }
}
