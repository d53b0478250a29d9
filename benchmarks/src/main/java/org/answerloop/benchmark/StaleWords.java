package org.answerloop.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Watches how long the words stand that a day has to be counted again: so far behind are the counted days. */
final class StaleWords implements AutoCloseable {

    private static final double MILLIS_OF_A_SECOND = 1_000;
    private static final int LOOK_MILLIS = 250;

    private final Connection connection;
    private final Map<Long, Long> seen = new HashMap<>();
    private double longest;

    StaleWords(Postgres postgres, String database) throws SQLException {
        connection = postgres.open(database);
    }

    static int waiting(Postgres postgres, String database) throws SQLException {
        try (StaleWords words = new StaleWords(postgres, database)) {
            return words.ids().size();
        }
    }

    /** Until it is to stop, and all that stand then have gone. */
    void watch(AtomicBoolean stop) throws SQLException, InterruptedException {
        boolean more = true;
        while (more) {
            boolean last = stop.get();
            Set<Long> ids = ids();
            long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
            ids.forEach(id -> seen.putIfAbsent(id, now));
            seen.forEach((id, since) -> longest = Math.max(longest, (now - since) / MILLIS_OF_A_SECOND));
            seen.keySet().retainAll(ids);
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            more = !last || !ids.isEmpty();
        }
    }

    double longestSeconds() {
        return longest;
    }

    private Set<Long> ids() throws SQLException {
        Set<Long> ids = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from stale_span")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
