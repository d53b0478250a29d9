package org.answerloop.report.infrastructure;

import java.util.List;
import javax.sql.DataSource;

import org.answerloop.conversation.model.Eligibility;
import org.answerloop.kernel.Sql;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Strand;

/** What occurs among the eligible conversations. */
final class ChoicesQuery {

    private static final List<Strand> ALL_CONVERSATIONS = List.of(Strand.FIRST_PART, Strand.START);

    private final DataSource dataSource;

    ChoicesQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Among all of them, in one pass. */
    void addTo(Choices choices) {
        add(choices, select().add("from conversation c where " + Eligibility.CONDITION));
    }

    /** Among those that began, or in which the customer agent first took part, in one of the spans. */
    void addTo(Choices choices, List<Span> spans) {
        if (spans.isEmpty()) {
            return;
        }
        for (Strand strand : ALL_CONVERSATIONS) {
            SpanClusters.pieces(spans)
                    .forEach(piece -> add(
                            choices, SpanValues.from(select(), piece, strand).add("and " + Eligibility.CONDITION)));
        }
    }

    private static Sql select() {
        return new Sql().add("select c.channel, c.language, c.agent_id, max(c.agent_name) as agent_name");
    }

    private void add(Choices choices, Sql sql) {
        sql.add("group by c.channel, c.language, c.agent_id").list(dataSource, row -> {
            choices.addChannel(row.getString("channel"));
            choices.addLanguage(row.getString("language"));
            choices.addAgent(row.getString("agent_id"), row.getString("agent_name"));
            return null;
        });
    }
}
