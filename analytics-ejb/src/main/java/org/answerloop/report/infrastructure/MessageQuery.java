package org.answerloop.report.infrastructure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;
import org.answerloop.report.application.ReportSource.PagedRow;

/** What was said in the conversations of a list. */
final class MessageQuery {

    /** Enough of a question to know it again, in characters. */
    private static final int BEGINNING = 200;

    private final DataSource dataSource;

    MessageQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The rows with the beginning of what their visitors said first. */
    List<PagedRow> withQuestions(List<PagedRow> rows) {
        Map<Long, String> questions = questions(idsOf(rows));
        return rows.stream()
                .map(paged -> new PagedRow(
                        paged.row().asking(questions.get(paged.row().id())), paged.position()))
                .toList();
    }

    /** The rows in whose messages the text stands, whatever the case. */
    List<PagedRow> saying(String text, List<PagedRow> rows) {
        Set<Long> saying = new HashSet<>();
        if (!rows.isEmpty()) {
            saying.addAll(new Sql()
                    .add("select distinct m.conversation_id from message m")
                    .add("where lower(m.text) like lower(?) escape '!'", "%" + literally(text) + "%")
                    .addIn("m.conversation_id", idsOf(rows))
                    .list(dataSource, row -> row.getLong("conversation_id")));
        }
        return rows.stream().filter(paged -> saying.contains(paged.row().id())).toList();
    }

    /** No letter of what is searched for stands for others. */
    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Collection<Long> idsOf(List<PagedRow> rows) {
        return rows.stream().map(paged -> paged.row().id()).distinct().toList();
    }

    private Map<Long, String> questions(Collection<Long> conversations) {
        Map<Long, String> questions = new HashMap<>();
        if (!conversations.isEmpty()) {
            new Sql()
                    .add("select conversation_id, beginning from (")
                    .add("select m.conversation_id, substring(m.text from 1 for " + BEGINNING + ") as beginning,")
                    .add("row_number() over (partition by m.conversation_id order by m.occurred_at, m.id) as turn")
                    .add("from message m where m.author_kind = 'VISITOR'")
                    .addIn("m.conversation_id", conversations)
                    .add(") as asked where turn = 1")
                    .list(
                            dataSource,
                            row -> questions.put(row.getLong("conversation_id"), whole(row.getString("beginning"))));
        }
        return questions;
    }

    /** Without half a character at its end: H2 counts UTF-16 units, PostgreSQL characters. */
    private static String whole(String beginning) {
        boolean cut = beginning != null
                && !beginning.isEmpty()
                && Character.isHighSurrogate(beginning.charAt(beginning.length() - 1));
        return cut ? beginning.substring(0, beginning.length() - 1) : beginning;
    }
}
