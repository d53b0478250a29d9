package org.answerloop.event.application;

import java.time.Instant;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;

import org.answerloop.gap.application.IntakeFence;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/**
 * Every transaction of the intake holds a row of the tally of each of its sources from its last question to its end. So
 * whoever has held all rows of a source for a moment has waited for all of them.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class TallyFence implements IntakeFence {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Override
    public void await(String source) {
        Sql.updateAll(
                dataSource,
                """
                insert into intake_tally (source, stripe, last_seen_at, accepted, duplicate, late, refused, conflict)
                values (?, ?, ?, 0, 0, 0, 0, 0)
                    on conflict do nothing""",
                IntStream.range(0, IntakeTallies.STRIPES)
                        .mapToObj(stripe -> new Object[] {source, stripe, Instant.EPOCH})
                        .toList());
        new Sql()
                .add("select stripe from intake_tally where source = ? order by stripe for update", source)
                .list(dataSource, row -> row.getInt("stripe"));
    }
}
