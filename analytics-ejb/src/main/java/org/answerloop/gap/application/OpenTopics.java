package org.answerloop.gap.application;

import java.time.LocalDate;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;

/** Which topics {@code t} wait for somebody, said once: for the list of them and for how many they are. */
final class OpenTopics {

    private static final String OPEN = "t.state in ('OPEN', 'REOPENED')";

    private OpenTopics() {}

    /** Those that are not snoozed. */
    static Sql addAwake(Sql sql, LocalDate today) {
        return sql.add("and " + OPEN).add("and (t.snoozed_until is null or t.snoozed_until <= ?)", today);
    }

    static Sql addSnoozed(Sql sql, LocalDate today) {
        return sql.add("and " + OPEN).add("and t.snoozed_until > ?", today);
    }

    /** By what was counted of each beforehand, so that no more are read than are told. */
    static int count(DataSource dataSource, LocalDate today, int most) {
        Sql sql = new Sql()
                .add("select count(*) as topics from (select t.id from topic t")
                .add("where not t.merged and t.conversations > 0");
        return addAwake(sql, today)
                .add("fetch first " + most + " rows only) as awake")
                .list(dataSource, row -> row.getInt("topics"))
                .get(0);
    }
}
