package org.answerloop.export.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.event.application.TextForgotten;
import org.answerloop.export.model.ExportJob;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/**
 * Takes back the lists that may hold what is to be forgotten, in the transaction that forgets it: those whose range touches
 * the time of such a conversation. What is being written begins anew. The files go a moment later, with {@link ExportWorker}.
 */
@Stateless
@TransactionAttribute(MANDATORY)
public class WithdrawExports {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private ListedConversations conversations;

    @Inject
    private ExportTurns turns;

    @Inject
    private Clock clock;

    public void withdraw(@Observes TextForgotten text) {
        // Until this is there for everybody nobody orders one, and nobody begins to write one of those that wait.
        turns.take(ExportTurns.OF_ALL);
        List<ExportJob> jobs = entityManager
                .createQuery("""
                        select j
                          from ExportJob j
                         where j.state in (org.answerloop.export.model.ExportState.WAITING,
                                           org.answerloop.export.model.ExportState.RUNNING,
                                           org.answerloop.export.model.ExportState.DONE)
                         order by j.id""", ExportJob.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (jobs.isEmpty()) {
            return;
        }
        List<Extent> extents = extents(text);
        jobs.stream()
                .filter(job -> extents.stream()
                        .anyMatch(extent -> conversations.mayList(job.wish(), extent.first(), extent.last())))
                .forEach(job -> job.withdraw(clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** Every moment by which a figure counts these conversations lies in their extents. */
    private List<Extent> extents(TextForgotten text) {
        return new Sql()
                .add("select least(c.began_at, c.earliest_event_at) as first_at,")
                .add("greatest(c.began_at, coalesce(c.first_part_at, c.began_at), coalesce(c.closed_at, c.began_at),")
                .add("coalesce(c.verdict_deadline, c.began_at), coalesce((select max(f.occurred_at) from feedback f"
                        + " where f.conversation_id = c.id), c.began_at)) as last_at")
                .add("from conversation c where 1 = 1")
                .addIn("c.id", text.conversationIds())
                .list(dataSource, row -> new Extent(Sql.moment(row, "first_at"), Sql.moment(row, "last_at")));
    }
}
