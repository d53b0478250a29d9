package org.answerloop.answer.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.PublishedAnswer;
import org.answerloop.answer.model.Wording;
import org.answerloop.kernel.Sql;

/**
 * Brings this server's index to what is published, whoever published it on whichever server. It reads on from the number of
 * the last change that it knows; a change that is committed later has a greater one. No clock has a part in it.
 */
@ApplicationScoped
public class FollowPublications {

    private static final int PAGE = 2_000;
    private static final int WORDINGS = 500;
    private static final Change NONE = new Change(0, -1, null);

    private Change last = NONE;

    private AnswerIndex index;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** For the container. */
    protected FollowPublications() {}

    @Inject
    public FollowPublications(AnswerIndex index) {
        this.index = index;
    }

    public FollowPublications(AnswerIndex index, DataSource dataSource) {
        this.index = index;
        this.dataSource = dataSource;
    }

    private record Change(long id, long number, AnswerState state) {}

    /** Looks for changes and takes them over. */
    public synchronized void run() {
        if (newest() < last.number()) {
            // An earlier state of the database was brought back under the running server.
            index.clear();
            last = NONE;
        }
        List<Change> page;
        do {
            page = changesAfter(last);
            follow(page);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    private long newest() {
        return new Sql()
                .add("select c.number from answer_change_counter c where c.id = 1")
                .list(dataSource, row -> row.getLong("number"))
                .get(0);
    }

    private List<Change> changesAfter(Change change) {
        return new Sql()
                .add("select a.id, a.change_number, a.state from short_answer a")
                .add("where (a.change_number, a.id) > (?, ?)", change.number(), change.id())
                .add("order by a.change_number, a.id fetch first " + PAGE + " rows only")
                .list(
                        dataSource,
                        row -> new Change(
                                row.getLong("id"),
                                row.getLong("change_number"),
                                AnswerState.valueOf(row.getString("state"))));
    }

    private void follow(List<Change> changes) {
        List<Long> published = new ArrayList<>();
        List<Long> gone = new ArrayList<>();
        changes.forEach(change -> (change.state() == AnswerState.PUBLISHED ? published : gone).add(change.id()));
        index.remove(gone);
        for (int from = 0; from < published.size(); from += WORDINGS) {
            index.put(wordings(published.subList(from, Math.min(from + WORDINGS, published.size()))));
        }
    }

    private List<PublishedAnswer> wordings(List<Long> ids) {
        return new Sql()
                .add("select r.answer_id, r.number, r.question, r.answer, r.language from short_answer a")
                .add("join short_answer_revision r on r.answer_id = a.id and r.number = a.published_revision")
                .add("where 1 = 1")
                .addIn("a.id", ids)
                .list(dataSource, FollowPublications::answer);
    }

    private static PublishedAnswer answer(ResultSet row) throws SQLException {
        return new PublishedAnswer(
                row.getLong("answer_id"),
                row.getInt("number"),
                new Wording(row.getString("question"), row.getString("answer"), row.getString("language")));
    }
}
