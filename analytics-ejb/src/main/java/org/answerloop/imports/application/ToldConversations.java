package org.answerloop.imports.application;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.conversation.application.TellingUnderWay;
import org.answerloop.kernel.Sql;

/**
 * Which conversations the imports have told of. One that is stopped may be resumed, and so keeps its conversations waiting;
 * one that has failed or was removed does not.
 */
@ApplicationScoped
public class ToldConversations implements TellingUnderWay {

    private static final String UNDER_WAY =
            "select id from import_job where state in ('WAITING', 'RUNNING', 'STOPPED')";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** In the transaction that takes its events in. */
    void note(long job, Collection<Long> conversationIds) {
        Sql.updateAll(
                dataSource,
                "insert into import_conversation (job_id, conversation_id) values (?, ?) on conflict do nothing",
                conversationIds.stream()
                        .sorted()
                        .map(id -> new Object[] {job, id})
                        .toList());
    }

    void forget(long job) {
        new Sql().add("delete from import_conversation where job_id = ?", job).update(dataSource);
    }

    @Override
    public Sql exclude(Sql query, String conversationId) {
        List<Long> jobs = underWay();
        return jobs.isEmpty()
                ? query
                : query.add("and not exists (select 1 from import_conversation told where told.conversation_id = "
                                + conversationId)
                        .addIn("told.job_id", jobs)
                        .add(")");
    }

    @Override
    public Set<Long> among(Collection<Long> conversationIds) {
        List<Long> jobs = underWay();
        return jobs.isEmpty() || conversationIds.isEmpty()
                ? Set.of()
                : new HashSet<>(new Sql()
                        .add("select conversation_id from import_conversation where 1 = 1")
                        .addIn("job_id", jobs)
                        .addIn("conversation_id", conversationIds)
                        .list(dataSource, row -> row.getLong("conversation_id")));
    }

    private List<Long> underWay() {
        return new Sql().add(UNDER_WAY).list(dataSource, row -> row.getLong("id"));
    }
}
