package org.answerloop.gap.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.conversation.model.Eligibility;
import org.answerloop.gap.model.AnswerAtWork;
import org.answerloop.gap.model.AnswersAtWork;
import org.answerloop.gap.model.Proof.Cited;
import org.answerloop.kernel.Sql;

/** Which published answers work, and which do not. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.EDITOR, Role.MANAGER, Role.VIEWER})
public class AnswersThatWork {

    /** The most rows of a list. */
    public static final int MOST = 200;

    /** Conversations whose verdict fell due in the time that is looked at; the moment is bound. */
    private static final String SETTLED =
            "c.outcome is not null and c.verdict_deadline >= ? and " + Eligibility.CONDITION;

    private static final String COMPARED = "interval '" + 7 * AnswerAtWork.WEEKS + "' day";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** For the container, which gives it the rest. */
    public AnswersThatWork() {}

    public AnswersThatWork(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** @param works null for those of which it is not known yet */
    public AnswersAtWork list(Boolean works) {
        Instant now = clock.instant();
        OptionalDouble overall = overall(now);
        List<AnswersAtWork.Row> all = published(now).stream()
                .map(answer -> new AnswersAtWork.Row(answer, answer.worth(overall, now)))
                .filter(row -> Objects.equals(row.worth().works(), works))
                .sorted(Comparator.comparingLong(
                                (AnswersAtWork.Row row) -> row.answer().cited().settled())
                        .thenComparingLong(
                                row -> row.answer().before() + row.answer().after())
                        .reversed()
                        .thenComparing(row -> row.answer().id()))
                .toList();
        return new AnswersAtWork(all.subList(0, Math.min(MOST, all.size())), all.size(), overall);
    }

    private OptionalDouble overall(Instant now) {
        Cited all = new Sql()
                .add("select count(*) as settled, count(case when c.outcome = 'RESOLVED' then 1 end) as resolved")
                .add("from conversation c where " + SETTLED, earliest(now))
                .list(dataSource, row -> new Cited(0, 0, row.getLong("settled"), row.getLong("resolved")))
                .get(0);
        return all.resolutionRate();
    }

    private List<AnswerAtWork> published(Instant now) {
        return new Sql()
                .add("select a.id, a.question, a.language, p.since, t.answered_at, t.asked_before, t.asked_after,")
                .add("u.replies, u.conversations, u.resolved from short_answer a")
                .add("join " + FirstPublished.TABLE + " p on p.answer_id = a.id")
                .add("left join (select w.answer_id, sum(w.replies) as replies, count(*) as conversations,")
                .add("count(case when c.outcome = 'RESOLVED' then 1 end) as resolved")
                .add("from (select answer_id, conversation_id, count(*) as replies from answer_use")
                .add("group by answer_id, conversation_id) w join conversation c on c.id = w.conversation_id")
                .add("where " + SETTLED, earliest(now))
                .add("group by w.answer_id) u on u.answer_id = a.id")
                .add("left join (select t.answer_id, min(t.answered_at) as answered_at,")
                .add("count(case when q.asked_at < t.answered_at then 1 end) as asked_before,")
                .add("count(case when q.asked_at >= t.answered_at then 1 end) as asked_after")
                .add("from (select t.id, t.answer_id, " + FirstPublished.ANSWERED_AT + " as answered_at from topic t")
                .add("join " + FirstPublished.TABLE
                        + " p on p.answer_id = t.answer_id where t.settled_at is not null) t")
                .add("join unanswered_question q on q.topic_id = t.id and q.dismissed_at is null")
                .add("and q.asked_at >= t.answered_at - " + COMPARED)
                .add("and q.asked_at < t.answered_at + " + COMPARED)
                .add("join conversation c on c.id = q.conversation_id and " + Eligibility.CONDITION)
                .add("group by t.answer_id) t on t.answer_id = a.id")
                .add("where a.state = 'PUBLISHED'")
                .list(
                        dataSource,
                        row -> new AnswerAtWork(
                                row.getLong("id"),
                                row.getString("question"),
                                row.getString("language"),
                                Sql.moment(row, "since"),
                                row.getLong("asked_before"),
                                row.getLong("asked_after"),
                                Sql.moment(row, "answered_at"),
                                new Cited(
                                        row.getLong("replies"),
                                        row.getLong("conversations"),
                                        row.getLong("conversations"),
                                        row.getLong("resolved"))));
    }

    private static Instant earliest(Instant now) {
        return now.minus(Duration.ofDays(AnswerAtWork.DAYS));
    }
}
