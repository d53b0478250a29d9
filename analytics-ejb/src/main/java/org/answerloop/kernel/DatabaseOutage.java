package org.answerloop.kernel;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Tells a database that is not there at the moment from a mistake of ours: the first goes by, and whoever asked may ask
 * again.
 */
public final class DatabaseOutage {

    /**
     * SQL states, or their beginnings: no connection; out of resources; the database is being shut down or has not come up; and
     * PostgreSQL's limits: a lock was waited for, or a transaction stood still, for too long.
     */
    private static final Set<String> STATES = Set.of("08", "53", "57P", "55P03", "25P03");

    /** H2's own: closed, being closed, already closed by somebody else, connection broken. */
    private static final Set<Integer> CODES_OF_H2 = Set.of(90007, 90020, 90067, 90098, 90121);

    private DatabaseOutage() {}

    /** Whether that is what lies at the bottom of a failure, however often it was wrapped. */
    public static boolean isBehind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isBehind(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBehind(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || CODES_OF_H2.contains(failure.getErrorCode())
                || state != null && STATES.stream().anyMatch(state::startsWith);
    }
}
