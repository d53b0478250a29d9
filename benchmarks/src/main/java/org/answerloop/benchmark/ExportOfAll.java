package org.answerloop.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

import org.postgresql.PGConnection;

/** The list of all handled conversations of two years as a CSV file, beside COPY of the same columns of the same rows. */
record ExportOfAll(long rows, double seconds, double secondsOfCopy) {

    private static final double NANOS = 1e9;
    private static final int MINUTES_AT_MOST = 20;

    private static final String COPY = """
            copy (select c.source, c.external_id, c.began_at, c.first_part_at, c.channel, c.language, c.agent_name,
                         coalesce(c.outcome, 'PENDING'),
                         (select left(m.text, 200) from message m
                           where m.conversation_id = c.id and m.author_kind = 'VISITOR'
                           order by m.occurred_at, m.id fetch first 1 row only)
                    from conversation c
                   where c.first_part_at >= '%s' and c.first_part_at < '%s' and not c.test and not c.spam
                   order by c.first_part_at desc, c.id desc) to stdout (format csv)""";

    /** @param until excluded */
    static ExportOfAll measure(Postgres postgres, String database, Visitor manager, LocalDate from, LocalDate until)
            throws IOException, SQLException, InterruptedException {
        manager.post(
                "/reporting/exports/conversations.csv",
                "metric=handled&bucket=week&from=" + from + "&until=" + until.minusDays(1));
        try (Connection connection = postgres.open(database)) {
            for (int second = 0; second < TimeUnit.MINUTES.toSeconds(MINUTES_AT_MOST); second++) {
                TimeUnit.SECONDS.sleep(1);
                ExportOfAll done = done(connection);
                if (done != null) {
                    return new ExportOfAll(
                            done.rows(), done.seconds(), copy(connection, COPY.formatted(from, until), done.rows()));
                }
            }
        }
        throw new IllegalStateException("The export was not done in " + MINUTES_AT_MOST + " minutes");
    }

    /** Null while it is under way. */
    private static ExportOfAll done(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet job = statement.executeQuery(
                        "select state, written_rows, extract(epoch from finished_at - started_at) from export_job"
                                + " order by id desc fetch first 1 row only")) {
            if (!job.next() || job.getString(1).equals("FAILED")) {
                throw new IllegalStateException("The export failed; the server's log says why");
            }
            return job.getString(1).equals("DONE") ? new ExportOfAll(job.getLong(2), job.getDouble(3), 0) : null;
        }
    }

    private static double copy(Connection connection, String sql, long expected) throws SQLException, IOException {
        long begun = System.nanoTime();
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, OutputStream.nullOutputStream());
        if (rows != expected) {
            throw new IllegalStateException("The export has %,d rows, COPY %,d".formatted(expected, rows));
        }
        return (System.nanoTime() - begun) / NANOS;
    }
}
