package org.answerloop.event.application;

import java.time.Instant;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;

import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** One row of the tally of a source, of which {@link IntakeTallies} tells. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class TallyStripe {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** Holds it for a moment, after whoever holds it now. */
    public void pass(String source, int stripe) {
        new Sql()
                .add(
                        "insert into intake_tally (source, stripe, last_seen_at, accepted, duplicate, late, refused, conflict)"
                                + " values (?, ?, ?, 0, 0, 0, 0, 0) on conflict do nothing",
                        source,
                        stripe,
                        Instant.EPOCH)
                .update(dataSource);
        new Sql()
                .add("select stripe from intake_tally where source = ? and stripe = ? for update", source, stripe)
                .list(dataSource, row -> row.getInt("stripe"));
    }
}
