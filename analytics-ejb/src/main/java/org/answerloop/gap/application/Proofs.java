package org.answerloop.gap.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.conversation.model.Eligibility;
import org.answerloop.gap.model.Proof;
import org.answerloop.gap.model.Proof.Cited;
import org.answerloop.gap.model.Proof.Week;
import org.answerloop.kernel.Sql;

/** Whether answers worked. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.EDITOR, Role.MANAGER, Role.VIEWER})
public class Proofs {

    /** So many weeks before the answer are looked at. */
    static final int WEEKS_BEFORE = 8;

    /** So many weeks after it are told one by one. */
    static final int WEEKS_AFTER = 16;

    private static final Duration WEEK = Duration.ofDays(7);

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** For the container, which gives it the rest. */
    public Proofs() {}

    public Proofs(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Of the answer that a topic was resolved with; nothing where it was not, or as long as nobody has published the answer. */
    public Optional<Proof> ofTopic(long topic) {
        return new Sql()
                        .add("select " + FirstPublished.ANSWERED_AT + " as since, t.answer_id from topic t")
                        .add("join " + FirstPublished.TABLE + " p on p.answer_id = t.answer_id")
                        .add(
                                "where t.id = ? and t.state in ('RESOLVED', 'REOPENED') and t.settled_at is not null",
                                topic)
                        .list(dataSource, row -> new Answered(Sql.moment(row, "since"), row.getLong("answer_id")))
                        .stream()
                        .findFirst()
                        .map(answered -> proof(answered.since(), answered.answer(), "q.topic_id = ?", topic, 1));
    }

    private record Answered(Instant since, long answer) {}

    /** Of an answer and all topics that it answers; nothing where it was never published. */
    public Optional<Proof> ofAnswer(long answer) {
        long topics = new Sql()
                .add("select count(*) as topics from topic where answer_id = ?", answer)
                .list(dataSource, row -> row.getLong("topics"))
                .get(0);
        return new Sql()
                .add("select min(published_at) as since from short_answer_revision where answer_id = ?", answer)
                .list(dataSource, row -> Optional.ofNullable(Sql.moment(row, "since")))
                .get(0)
                .map(since -> proof(
                        since,
                        answer,
                        "q.topic_id in (select t.id from topic t where t.answer_id = ?)",
                        answer,
                        topics));
    }

    private Proof proof(Instant since, long answer, String questions, long id, long topics) {
        Map<Long, Long> byWeek = questionsByWeek(since, questions, id);
        Instant now = clock.instant();
        List<Week> weeks = new ArrayList<>();
        for (long week = -WEEKS_BEFORE; week < WEEKS_AFTER; week++) {
            Instant from = since.plus(WEEK.multipliedBy(week));
            if (from.isBefore(now)) {
                weeks.add(new Week(from, byWeek.getOrDefault(week, 0L), week < 0));
            }
        }
        return new Proof(since, topics, weeks, before(byWeek), after(byWeek, since, now), cited(answer));
    }

    /** How often it was asked, by the number of the week: 0 is the first after the answer, -1 the last before. */
    private Map<Long, Long> questionsByWeek(Instant since, String questions, long id) {
        Map<Long, Long> byWeek = new HashMap<>();
        new Sql()
                .add("select asked_in, count(*) as questions from (")
                .add(
                        "select floor((cast(extract(epoch from q.asked_at) as double precision) - cast(? as double precision))"
                                + " / cast(? as double precision)) as asked_in",
                        (double) since.getEpochSecond(),
                        (double) WEEK.toSeconds())
                .add("from unanswered_question q join conversation c on c.id = q.conversation_id")
                .add("where q.dismissed_at is null and " + Eligibility.CONDITION)
                .add("and q.asked_at >= ?", since.minus(WEEK.multipliedBy(WEEKS_BEFORE)))
                .add("and " + questions, id)
                .add(") weeks group by asked_in")
                .list(dataSource, row -> byWeek.put((long) row.getDouble("asked_in"), row.getLong("questions")));
        return byWeek;
    }

    /** Over the weeks since it was first asked: an earlier one says nothing. */
    private static Double before(Map<Long, Long> byWeek) {
        long first = byWeek.keySet().stream().filter(week -> week < 0).reduce(0L, Math::min);
        long asked = byWeek.entrySet().stream()
                .filter(week -> week.getKey() < 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return first == 0 ? null : (double) asked / -first;
    }

    private static Double after(Map<Long, Long> byWeek, Instant since, Instant now) {
        double weeks = (double) Duration.between(since, now).toSeconds() / WEEK.toSeconds();
        long asked = byWeek.entrySet().stream()
                .filter(week -> week.getKey() >= 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return weeks < 1 ? null : asked / weeks;
    }

    private Cited cited(long answer) {
        return new Sql()
                .add("select coalesce(sum(u.replies), 0) as replies, count(*) as conversations,")
                .add(
                        "count(c.outcome) as settled, count(case when c.outcome = 'RESOLVED' then 1 end) as resolved from (")
                .add("select conversation_id, count(*) as replies from answer_use where answer_id = ?", answer)
                .add("group by conversation_id) u join conversation c on c.id = u.conversation_id")
                .add("where " + Eligibility.CONDITION)
                .list(
                        dataSource,
                        row -> new Cited(
                                row.getLong("replies"),
                                row.getLong("conversations"),
                                row.getLong("settled"),
                                row.getLong("resolved")))
                .get(0);
    }
}
