package org.answerloop.gap.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** Whose turn it is to group: one server's at a time. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class GroupingTurns {

    /** So long a server may be silent; then it is taken for dead, and the turn is another's. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** Takes the turn, or keeps it, where it is free. */
    public Turn take(String owner) {
        Instant now = clock.instant();
        Instant until = now.plus(SILENCE);
        int kept = new Sql()
                .add("update grouping_turn set held_until = ? where id = 1 and owner = ?", until, owner)
                .update(dataSource);
        if (kept == 1) {
            return Turn.KEPT;
        }
        int taken = new Sql()
                .add("update grouping_turn set owner = ?, held_until = ?", owner, until)
                .add("where id = 1 and (held_until is null or held_until < ?)", now)
                .update(dataSource);
        return taken == 1 ? Turn.TAKEN : Turn.OF_ANOTHER;
    }

    /** Whose turn it is. */
    public enum Turn {
        /** It was the owner's all the time: nobody else has written anything. */
        KEPT,
        /** It is the owner's from now on: what the tables say has to be read. */
        TAKEN,
        OF_ANOTHER
    }

    /** Lets another server take the turn at once. */
    public void end(String owner) {
        new Sql()
                .add("update grouping_turn set owner = null, held_until = null where id = 1 and owner = ?", owner)
                .update(dataSource);
    }
}
