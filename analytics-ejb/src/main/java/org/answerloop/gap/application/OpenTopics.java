package org.answerloop.gap.application;

import java.time.LocalDate;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;

/** Which topics {@code t} wait for somebody, said once: for the list of them and for how many they are. */
final class OpenTopics {

    /**
     * The state, as those ask for it who want topics in the order of their impact: so that no index of states is used, which
     * finds them in another order.
     */
    static final String STATE_IN_ORDER = "upper(t.state)";

    private OpenTopics() {}

    /** Those that are not snoozed, in the order of their impact. */
    static Sql addAwake(Sql sql, LocalDate today) {
        return addAwake(sql, STATE_IN_ORDER, today);
    }

    static Sql addSnoozed(Sql sql, LocalDate today) {
        return sql.add("and " + open(STATE_IN_ORDER)).add("and t.snoozed_until > ?", today);
    }

    /** By what was counted of each beforehand, so that no more are read than are told. */
    static int count(DataSource dataSource, LocalDate today, int most) {
        Sql sql = new Sql()
                .add("select count(*) as topics from (select t.id from topic t")
                .add("where not t.merged and t.conversations > 0");
        return addAwake(sql, "t.state", today)
                .add("fetch first " + most + " rows only) as awake")
                .list(dataSource, row -> row.getInt("topics"))
                .get(0);
    }

    private static Sql addAwake(Sql sql, String state, LocalDate today) {
        return sql.add("and " + open(state)).add("and (t.snoozed_until is null or t.snoozed_until <= ?)", today);
    }

    private static String open(String state) {
        return state + " in ('OPEN', 'REOPENED')";
    }
}
