package org.answerloop.gap.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

import org.answerloop.access.model.Role;
import org.answerloop.conversation.model.Eligibility;
import org.answerloop.gap.model.Asking;
import org.answerloop.gap.model.QuestionDetail;
import org.answerloop.gap.model.QuestionList;
import org.answerloop.gap.model.QuestionRow;
import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.Sql;

/**
 * The questions that the customer agent could not answer, each once however it was written, and every time that one was
 * asked. Those of test and spam conversations do not count; those of redacted ones are forgotten.
 */
@Stateless
@RolesAllowed({Role.MANAGER, Role.EDITOR, Role.ADMINISTRATOR, Role.VIEWER})
public class UnansweredQuestions {

    /** The most rows of one page. */
    public static final int LONGEST_PAGE = 200;

    /** Enough of a question for a list, in characters. */
    private static final int SHOWN = 300;

    private static final String ASKED = "from unanswered_question q join conversation c on c.id = q.conversation_id"
            + " where q.question is not null and " + Eligibility.CONDITION;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** For the container, which asks for it. */
    public UnansweredQuestions() {}

    public UnansweredQuestions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param words part of a wording, in upper or lower case; null or blank for all questions
     * @param cursor {@link QuestionList#next()} of the page before; null for the first
     * @param limit at least 1; more than {@link #LONGEST_PAGE} is taken as that
     * @return a list that is empty and totals nothing also where every question after the cursor is gone by now
     * @throws org.answerloop.kernel.UnknownCursorException when the cursor is not one that a page gave
     */
    public QuestionList list(String words, String cursor, int limit) {
        int size = size(limit);
        // Counted and totalled in one pass; the page is cut out of it afterwards.
        Sql sql = new Sql()
                .add("select question_key, conversations, last_asked_at, total from (")
                .add("select q.question_key, count(distinct q.conversation_id) as conversations,")
                .add("max(q.asked_at) as last_asked_at, count(*) over () as total " + ASKED);
        matching(sql, words).add("group by q.question_key) as questions");
        after(cursor)
                .ifPresent(position -> sql.add(
                        "where (last_asked_at, question_key) < (cast(? as timestamp with time zone), ?)",
                        position.moment(),
                        position.id()));
        sql.add("order by last_asked_at desc, question_key desc fetch first " + (size + 1) + " rows only");
        List<Counted> found = sql.list(dataSource, row -> counted(row, row.getString("question_key"), "total"));
        List<QuestionRow> page = withWordings(found.subList(0, Math.min(size, found.size())).stream()
                .map(Counted::row)
                .toList());
        QuestionRow last = found.size() > size ? page.get(size - 1) : null;
        String next = last == null ? null : new PageCursor(last.lastAskedAt(), last.key()).text();
        return new QuestionList(page, next, found.isEmpty() ? 0 : found.get(0).count());
    }

    /**
     * @param key {@link QuestionRow#key()}
     * @param cursor {@link QuestionDetail#next()} of the page before; null for the first
     * @param limit as for the list
     * @return nothing where there is no such question
     */
    public Optional<QuestionDetail> detail(String key, String cursor, int limit) {
        int size = size(limit);
        return question(key).map(counted -> {
            List<Positioned> found = askings(key, after(cursor), size + 1);
            List<Positioned> page = found.subList(0, Math.min(size, found.size()));
            String next = found.size() > size ? page.get(size - 1).position().text() : null;
            List<Asking> askings = page.stream().map(Positioned::asking).toList();
            return new QuestionDetail(counted.row(), askings, counted.count(), next);
        });
    }

    private Optional<Counted> question(String key) {
        List<Counted> counted = new Sql()
                .add("select count(*) as times, count(distinct q.conversation_id) as conversations,")
                .add("max(q.asked_at) as last_asked_at " + ASKED)
                .addEqual("q.question_key", key)
                .list(dataSource, row -> counted(row, key, "times"));
        return counted.stream()
                .filter(question -> question.count() > 0)
                .map(question ->
                        new Counted(withWordings(List.of(question.row())).get(0), question.count()))
                .findFirst();
    }

    private List<Positioned> askings(String key, Optional<PageCursor> after, int limit) {
        Sql sql = new Sql()
                .add("select q.id, q.question, q.asked_at, q.conversation_id,")
                .add("c.external_id, c.channel, c.ticket_id, c.ticket_url")
                .add(ASKED)
                .addEqual("q.question_key", key);
        after.ifPresent(position -> sql.add(
                "and (q.asked_at, q.id) < (cast(? as timestamp with time zone), ?)",
                position.moment(),
                position.number()));
        return sql.add("order by q.asked_at desc, q.id desc fetch first " + limit + " rows only")
                .list(
                        dataSource,
                        row -> new Positioned(
                                new Asking(
                                        row.getString("question"),
                                        Sql.moment(row, "asked_at"),
                                        row.getLong("conversation_id"),
                                        row.getString("external_id"),
                                        row.getString("channel"),
                                        row.getString("ticket_id"),
                                        row.getString("ticket_url")),
                                new PageCursor(Sql.moment(row, "asked_at"), row.getString("id"))));
    }

    /** The rows with the wording of each that was used most: one statement for all of them. */
    private List<QuestionRow> withWordings(List<QuestionRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<String, String> wordings = new HashMap<>();
        new Sql()
                .add("select question_key, substring(question from 1 for " + SHOWN + ") as wording from (")
                .add("select q.question_key, q.question, row_number() over (partition by q.question_key")
                .add("order by count(*) desc, max(q.asked_at) desc, q.question) as place " + ASKED)
                .addIn("q.question_key", rows.stream().map(QuestionRow::key).toList())
                .add("group by q.question_key, q.question) as wordings where place = 1")
                .list(dataSource, row -> wordings.put(row.getString("question_key"), row.getString("wording")));
        List<QuestionRow> worded = new ArrayList<>();
        for (QuestionRow row : rows) {
            worded.add(new QuestionRow(row.key(), wordings.get(row.key()), row.conversations(), row.lastAskedAt()));
        }
        return worded;
    }

    private static Counted counted(ResultSet row, String key, String count) throws SQLException {
        return new Counted(
                new QuestionRow(key, null, row.getLong("conversations"), Sql.moment(row, "last_asked_at")),
                row.getLong(count));
    }

    /** A question is found by any of its wordings that counts, and counts with all of them. */
    private static Sql matching(Sql sql, String words) {
        if (words == null || words.isBlank()) {
            return sql;
        }
        String literal = words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        return sql.add(
                "and q.question_key in (select q.question_key " + ASKED + " and lower(q.question) like ? escape '!')",
                "%" + literal + "%");
    }

    private static Optional<PageCursor> after(String cursor) {
        return Optional.ofNullable(cursor).filter(text -> !text.isBlank()).map(PageCursor::parse);
    }

    private static int size(int limit) {
        return Math.max(1, Math.min(limit, LONGEST_PAGE));
    }

    /** A question still without its wording, and how many there are of what its list counts. */
    private record Counted(QuestionRow row, long count) {}

    private record Positioned(Asking asking, PageCursor position) {}
}
