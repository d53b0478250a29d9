package org.answerloop.gap.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.Wording;
import org.answerloop.gap.application.FoundTopic.Figures;
import org.answerloop.gap.model.TopicAnswer;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.TopicDraft;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.kernel.Sql;

/** Reads one topic, counted now. */
final class TopicDetailQuery {

    /** A topic whose questions went elsewhere so often is not followed any further. */
    private static final int HOPS = 20;

    private final DataSource dataSource;
    private final TopicFigures figures;
    private final TopicFilter filter;

    /** @param filter says which questions its figures are of */
    TopicDetailQuery(DataSource dataSource, TopicFigures figures, TopicFilter filter) {
        this.dataSource = dataSource;
        this.figures = figures;
        this.filter = filter;
    }

    Optional<TopicDetail> find(long id) {
        Optional<Found> found = read(id);
        for (int hop = 0; hop < HOPS && found.flatMap(Found::successor).isPresent(); hop++) {
            found = read(found.get().successor().get());
        }
        return found.map(this::detail);
    }

    private Optional<Found> read(long id) {
        return new Sql()
                        .add("select " + FoundTopic.COLUMNS + ",")
                        .add(
                                "t.conversations, t.unresolved, t.dismissed, t.last_asked_at, t.named, t.created_at, t.successor_id,")
                        .add(
                                "s.question as answers, s.state as answer_state, d.id as draft, d.version as draft_version,")
                        .add("d.question, d.answer, d.language as draft_language, d.changed_by as draft_by,")
                        .add("d.changed_at as draft_at from topic t left join short_answer s on s.id = t.answer_id")
                        .add(
                                "left join short_answer d on d.id = t.draft_id and d.state <> 'ARCHIVED' where t.id = ?",
                                id)
                        .list(
                                dataSource,
                                row -> new Found(
                                        FoundTopic.of(row, figures.today()),
                                        row.getBoolean("named"),
                                        Sql.moment(row, "created_at"),
                                        answer(row),
                                        draft(row),
                                        Optional.ofNullable(row.getObject("successor_id", Long.class))))
                        .stream()
                        .findFirst();
    }

    private static TopicAnswer answer(ResultSet row) throws SQLException {
        String state = row.getString("answer_state");
        return state == null
                ? null
                : new TopicAnswer(row.getLong("answer_id"), row.getString("answers"), AnswerState.valueOf(state));
    }

    private static TopicDraft draft(ResultSet row) throws SQLException {
        Long id = row.getObject("draft", Long.class);
        return id == null
                ? null
                : new TopicDraft(
                        id,
                        row.getLong("draft_version"),
                        new Wording(
                                row.getString("question"), row.getString("answer"), row.getString("draft_language")),
                        row.getString("draft_by"),
                        Sql.moment(row, "draft_at"));
    }

    private TopicDetail detail(Found found) {
        long id = found.topic().id();
        Map<Long, Figures> counted = figures.countNow(List.of(id), filter);
        FoundTopic topic = found.topic().with(counted.getOrDefault(id, Figures.NONE));
        return new TopicDetail(
                topic.row(
                        figures.settled(filter),
                        figures.weeks(List.of(id), filter).get(id)),
                found.named(),
                topic.figures().dismissed(),
                found.createdAt(),
                found.answer(),
                found.draft());
    }

    private record Found(
            FoundTopic topic,
            boolean named,
            Instant createdAt,
            TopicAnswer answer,
            TopicDraft draft,
            Optional<Long> successor) {}
}
