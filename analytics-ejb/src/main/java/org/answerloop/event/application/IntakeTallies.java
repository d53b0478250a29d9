package org.answerloop.event.application;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.event.model.IntakeCounts;
import org.answerloop.event.model.SourceActivity;
import org.answerloop.kernel.Sql;

/**
 * Counts what became of each source's events, in the transaction that takes them in. Each source has several rows, of
 * which a transaction takes one, so that parallel senders do not wait for one another.
 */
@ApplicationScoped
class IntakeTallies {

    static final int STRIPES = 16;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** @param bySource in an order that is the same for everybody */
    void add(SortedMap<String, IntakeCounts> bySource, Instant seenAt) {
        // What was persisted is written first: from here to the commit the rows of the tally are held, and only
        // briefly.
        entityManager.flush();
        int stripe = ThreadLocalRandom.current().nextInt(STRIPES);
        bySource.forEach((source, counts) -> {
            if (update(source, stripe, counts, seenAt) == 0) {
                begin(source, stripe, seenAt);
                update(source, stripe, counts, seenAt);
            }
        });
    }

    /** Every source that ever sent something, the latest first. */
    List<SourceActivity> bySource() {
        return new Sql()
                .add("select source, max(last_seen_at) as last_seen_at, sum(accepted) as accepted,"
                        + " sum(duplicate) as duplicate, sum(late) as late, sum(refused) as refused,"
                        + " sum(conflict) as conflict")
                // Without the rows that stand for nothing yet.
                .add("from intake_tally where last_seen_at > ?", Instant.EPOCH)
                .add("group by source order by max(last_seen_at) desc, source")
                .list(
                        dataSource,
                        row -> new SourceActivity(
                                row.getString("source"),
                                Sql.moment(row, "last_seen_at"),
                                new IntakeCounts(
                                        row.getLong("accepted"),
                                        row.getLong("duplicate"),
                                        row.getLong("late"),
                                        row.getLong("refused"),
                                        row.getLong("conflict"))));
    }

    private int update(String source, int stripe, IntakeCounts counts, Instant seenAt) {
        return entityManager
                .createNativeQuery("""
                        update intake_tally
                           set accepted = accepted + ?1, duplicate = duplicate + ?2, late = late + ?3,
                               refused = refused + ?4, conflict = conflict + ?5, last_seen_at = ?6
                         where source = ?7 and stripe = ?8""")
                .setParameter(1, counts.accepted())
                .setParameter(2, counts.duplicate())
                .setParameter(3, counts.late())
                .setParameter(4, counts.refused())
                .setParameter(5, counts.conflict())
                .setParameter(6, at(seenAt))
                .setParameter(7, source)
                .setParameter(8, stripe)
                .executeUpdate();
    }

    private void begin(String source, int stripe, Instant seenAt) {
        entityManager
                .createNativeQuery("""
                        insert into intake_tally
                               (source, stripe, last_seen_at, accepted, duplicate, late, refused, conflict)
                        values (?1, ?2, ?3, 0, 0, 0, 0, 0)
                            on conflict do nothing""")
                .setParameter(1, source)
                .setParameter(2, stripe)
                .setParameter(3, at(seenAt))
                .executeUpdate();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
