package org.answerloop.report.infrastructure;

import org.answerloop.conversation.model.Eligibility;
import org.answerloop.kernel.Sql;
import org.answerloop.report.model.ReportFilter;

/** The conditions that every report has. */
final class Filtered {

    private Filtered() {}

    /** Eligible, and what the filter asks of the conversation. */
    static Sql by(ReportFilter filter, Sql sql) {
        return sql.add("and " + Eligibility.CONDITION)
                .addEqual("c.channel", filter.channel())
                .addEqual("c.agent_id", filter.agent())
                .addEqual("c.language", filter.language());
    }
}
