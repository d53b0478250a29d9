package org.answerloop.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a database takes for the plain statement of every report, and what each of them counts.
 *
 * @param millis by metric, the median
 * @param counted by metric, the sum of the column {@code n}
 */
record QueryTimes(Map<String, Double> millis, Map<String, Long> counted) {

    private static final double NANOS_OF_A_MILLI = 1e6;

    /** Each statement once to warm up and then so many times. */
    static QueryTimes measure(Connection connection, LocalDate from, LocalDate until, int times) throws SQLException {
        Map<String, Double> millis = new LinkedHashMap<>();
        Map<String, Long> counted = new LinkedHashMap<>();
        for (PlainReport report : PlainReport.ALL) {
            String sql = report.between(from, until);
            counted.put(report.metric(), read(connection, sql));
            double[] each = new double[times];
            for (int i = 0; i < times; i++) {
                long begun = System.nanoTime();
                read(connection, sql);
                each[i] = (System.nanoTime() - begun) / NANOS_OF_A_MILLI;
            }
            millis.put(report.metric(), new Latencies(each, 0, 0).median());
        }
        return new QueryTimes(millis, counted);
    }

    double sum() {
        return millis.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static long read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int column = column(rows);
            long sum = 0;
            while (rows.next()) {
                sum += column == 0 ? 0 : rows.getLong(column);
            }
            return sum;
        }
    }

    /** That of {@code n}; 0 where there is none. */
    private static int column(ResultSet rows) throws SQLException {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            if (rows.getMetaData().getColumnLabel(i).equals("n")) {
                return i;
            }
        }
        return 0;
    }
}
