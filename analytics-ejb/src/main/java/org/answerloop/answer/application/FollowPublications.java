package org.answerloop.answer.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.PublishedAnswer;
import org.answerloop.answer.model.Wording;
import org.answerloop.kernel.Sql;

/**
 * Brings this server's index to what is published, whoever published it on whichever server. A change is found by its
 * moment; changes are looked at again for a while, since one that was begun earlier may be committed later, and clocks
 * differ.
 */
@ApplicationScoped
public class FollowPublications {

    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int PAGE = 2_000;
    private static final int WORDINGS = 500;

    private final Map<Long, Long> versions = new HashMap<>();
    private Instant newest = Instant.EPOCH;

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

    private record Change(long id, long version, Instant at, AnswerState state) {}

    /** Looks for changes and takes them over. */
    public synchronized void run() {
        Instant from = newest.equals(Instant.EPOCH) ? newest : newest.minus(AGAIN);
        Change last = new Change(0, 0, from, null);
        List<Change> page;
        do {
            page = changesAfter(last);
            follow(page.stream()
                    .filter(change -> !Long.valueOf(change.version()).equals(versions.get(change.id())))
                    .toList());
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        newest = last.at().isAfter(newest) ? last.at() : newest;
    }

    private List<Change> changesAfter(Change last) {
        return new Sql()
                .add("select a.id, a.version, a.changed_at, a.state from short_answer a")
                .add("where (a.changed_at, a.id) > (cast(? as timestamp with time zone), ?)", last.at(), last.id())
                .add("order by a.changed_at, a.id fetch first " + PAGE + " rows only")
                .list(
                        dataSource,
                        row -> new Change(
                                row.getLong("id"),
                                row.getLong("version"),
                                Sql.moment(row, "changed_at"),
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
        changes.forEach(change -> versions.put(change.id(), change.version()));
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
