package org.answerloop.conversation.infrastructure;

import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.conversation.application.EarlierVerdicts;
import org.answerloop.conversation.model.EarlierVerdict;
import org.answerloop.kernel.Sql;
import org.answerloop.resolution.model.Outcome;

/** The table of earlier verdicts, read. */
@ApplicationScoped
class EarlierVerdictsInDatabase implements EarlierVerdicts {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    private final FindingsColumn findings = new FindingsColumn();

    @Override
    public List<EarlierVerdict> of(long conversationId) {
        return new Sql()
                .add(
                        "select outcome, deflected, verdict_deadline, decided_at, findings, replaced_at, replaced_by, reason")
                .add("from earlier_verdict where conversation_id = ? order by id desc", conversationId)
                .list(
                        dataSource,
                        row -> new EarlierVerdict(
                                Outcome.valueOf(row.getString("outcome")),
                                row.getBoolean("deflected"),
                                Sql.moment(row, "verdict_deadline"),
                                Sql.moment(row, "decided_at"),
                                findings.convertToEntityAttribute(row.getString("findings"))
                                        .list(),
                                Sql.moment(row, "replaced_at"),
                                row.getString("replaced_by"),
                                row.getString("reason")));
    }
}
