package org.answerloop.gap.application;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.answerloop.gap.model.TopicState;
import org.answerloop.kernel.Sql;

/** Which topics {@code t} wait for somebody, said once: for the list of them and for how many they are. */
final class OpenTopics {

    private static final Set<TopicState> OPEN = EnumSet.of(TopicState.OPEN, TopicState.REOPENED);

    private OpenTopics() {}

    /** Those that are not snoozed, in the order of their impact. */
    static Sql addAwake(Sql sql, LocalDate today) {
        return addAwake(sql, inOrder(OPEN), today);
    }

    static Sql addSnoozed(Sql sql, LocalDate today) {
        return sql.add("and " + inOrder(OPEN)).add("and t.snoozed_until > ?", today);
    }

    /**
     * Those in one of the states, as a list in the order of their impact asks for them: by the states in which they are not, for
     * which no database takes the index of states, whose order is another one.
     */
    static String inOrder(Set<TopicState> states) {
        return "t.state not in " + names(EnumSet.complementOf(EnumSet.copyOf(states)));
    }

    /** By what was counted of each beforehand, so that no more are read than are told. */
    static int count(DataSource dataSource, LocalDate today, int most) {
        Sql sql = new Sql()
                .add("select count(*) as topics from (select t.id from topic t")
                .add("where not t.merged and t.conversations > 0");
        return addAwake(sql, "t.state in " + names(OPEN), today)
                .add("fetch first " + most + " rows only) as awake")
                .list(dataSource, row -> row.getInt("topics"))
                .get(0);
    }

    private static Sql addAwake(Sql sql, String open, LocalDate today) {
        return sql.add("and " + open).add("and (t.snoozed_until is null or t.snoozed_until <= ?)", today);
    }

    private static String names(Set<TopicState> states) {
        return states.stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", ", "(", ")"));
    }
}
