package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;
import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Generation;

/** What occurs in the days that were counted. */
final class RollupChoices {

    private final DataSource dataSource;
    private final Generation generation;
    private final Collection<LocalDate> stale;

    /** @param stale the days that are looked through elsewhere */
    RollupChoices(DataSource dataSource, Generation generation, Collection<LocalDate> stale) {
        this.dataSource = dataSource;
        this.generation = generation;
        this.stale = stale;
    }

    void addTo(Choices choices) {
        occurring("channel", "agent_id = ? and language = ? and channel <> ?").list(dataSource, row -> {
            choices.addChannel(row.getString("choice"));
            return null;
        });
        occurring("language", "agent_id = ? and channel = ? and language <> ?").list(dataSource, row -> {
            choices.addLanguage(row.getString("choice"));
            return null;
        });
        occurring("agent_id", "language = ? and channel = ? and agent_id <> ?").list(dataSource, row -> {
            choices.addAgent(row.getString("choice"), row.getString("name"));
            return null;
        });
    }

    private Sql occurring(String column, String condition) {
        Sql sql = new Sql()
                .add("select " + column + " as choice, max(agent_name) as name from daily_rollup")
                .add("where generation = ?", generation.id())
                .add("and " + condition, Cell.ALL, Cell.ALL, Cell.ALL)
                .add("and (handled > 0 or not_handled > 0)");
        if (!stale.isEmpty()) {
            sql.addNotIn("local_day", stale);
        }
        return sql.add("group by " + column);
    }
}
