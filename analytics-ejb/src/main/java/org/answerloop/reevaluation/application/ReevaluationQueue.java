package org.answerloop.reevaluation.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.kernel.Sql;
import org.answerloop.reevaluation.model.Reevaluation;

/** What was ordered, and which conversations of it are still to be judged: a row each, that goes with its judgement. */
@ApplicationScoped
class ReevaluationQueue {

    private static final String COLUMNS =
            "select id, ordered_at, ordered_by, reason, import_id, import_name, conversations,"
                    + " evaluated, changed, failed, finished_at from reevaluation";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** The number of the next order. */
    long next() {
        return new Sql()
                .add("select nextval('reevaluation_seq') as id")
                .list(dataSource, row -> row.getLong("id"))
                .get(0);
    }

    /** Of several orders each conversation is judged by each. */
    void add(long order, Collection<Long> conversations) {
        Sql.updateAll(
                dataSource,
                "insert into reevaluation_due (reevaluation_id, conversation_id) values (?, ?)",
                conversations.stream().map(id -> new Object[] {order, id}).toList());
    }

    /** @return how many conversations of the import have a verdict, and so are added */
    int addOfImport(long order, long importId) {
        return new Sql()
                .add("insert into reevaluation_due (reevaluation_id, conversation_id)")
                .add("select cast(? as bigint), c.id from import_conversation told", order)
                .add("join conversation c on c.id = told.conversation_id")
                .add("where told.job_id = ? and c.outcome is not null", importId)
                .update(dataSource);
    }

    void begin(long order, Instant at, String by, String reason, long conversations) {
        new Sql()
                .add(
                        "insert into reevaluation (id, ordered_at, ordered_by, reason, conversations, evaluated, changed, failed)")
                .add("values (?, ?, ?, ?, ?, 0, 0, 0)", order, at, by, reason, conversations)
                .update(dataSource);
    }

    void isOfImport(long order, long importId, String name) {
        new Sql()
                .add("update reevaluation set import_id = ?, import_name = ? where id = ?", importId, name, order)
                .update(dataSource);
    }

    /** The latest first. */
    List<Reevaluation> latest(int limit) {
        return new Sql()
                .add(COLUMNS + " order by id desc fetch first " + limit + " rows only")
                .list(dataSource, ReevaluationQueue::reevaluation);
    }

    /** Those that are not finished, the oldest first. */
    List<Reevaluation> open() {
        return new Sql()
                .add(COLUMNS + " where finished_at is null order by id")
                .list(dataSource, ReevaluationQueue::reevaluation);
    }

    Optional<Reevaluation> find(long order) {
        return new Sql()
                .add(COLUMNS + " where id = ?", order).list(dataSource, ReevaluationQueue::reevaluation).stream()
                        .findFirst();
    }

    /** Holds some until the end of the transaction, by their ids; what another server holds is left to it. */
    List<Long> claim(long order, long after, int limit) {
        return new Sql()
                .add("select conversation_id from reevaluation_due")
                .add("where reevaluation_id = ? and conversation_id > ?", order, after)
                .add("order by conversation_id fetch first " + limit + " rows only for update skip locked")
                .list(dataSource, row -> row.getLong("conversation_id"));
    }

    void settle(long order, Collection<Long> conversations, int changed, int failed) {
        if (conversations.isEmpty()) {
            return;
        }
        Sql.updateAll(
                dataSource,
                "delete from reevaluation_due where reevaluation_id = ? and conversation_id = ?",
                conversations.stream().map(id -> new Object[] {order, id}).toList());
        new Sql()
                .add(
                        "update reevaluation set evaluated = evaluated + ?, changed = changed + ?, failed = failed + ?"
                                + " where id = ?",
                        conversations.size() - failed,
                        changed,
                        failed,
                        order)
                .update(dataSource);
    }

    /** Where nothing of it is left to do; as long as another server does the last of it, that one finishes it. */
    void finish(long order, Instant now) {
        new Sql()
                .add("update reevaluation set finished_at = ? where id = ? and finished_at is null", now, order)
                .add("and not exists (select 1 from reevaluation_due d where d.reevaluation_id = ?)", order)
                .update(dataSource);
    }

    private static Reevaluation reevaluation(ResultSet row) throws SQLException {
        long importId = row.getLong("import_id");
        Long ofImport = row.wasNull() ? null : importId;
        return new Reevaluation(
                row.getLong("id"),
                Sql.moment(row, "ordered_at"),
                row.getString("ordered_by"),
                row.getString("reason"),
                ofImport,
                row.getString("import_name"),
                row.getLong("conversations"),
                row.getLong("evaluated"),
                row.getLong("changed"),
                row.getLong("failed"),
                Sql.moment(row, "finished_at"));
    }
}
