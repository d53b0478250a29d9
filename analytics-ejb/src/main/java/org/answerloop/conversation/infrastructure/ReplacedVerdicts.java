package org.answerloop.conversation.infrastructure;

import java.util.List;
import javax.sql.DataSource;

import org.answerloop.conversation.model.Findings;
import org.answerloop.conversation.model.FrozenVerdict;
import org.answerloop.kernel.Sql;
import org.answerloop.resolution.model.DecidedConversations.Replacement;

/** Writes the verdicts of conversations that were judged once more, and first what they were before. */
final class ReplacedVerdicts {

    private static final String KEEP = """
            insert into earlier_verdict (conversation_id, outcome, deflected, verdict_deadline, decided_at,
                                         resolution_millis, findings, replaced_at, replaced_by, reason)
            select id, outcome, deflected, verdict_deadline, decided_at, resolution_millis, findings,
                   cast(? as timestamp with time zone), cast(? as varchar(255)), cast(? as varchar(1000))
              from conversation
             where id = ? and outcome is not null""";

    private static final String REPLACE = """
            update conversation
               set version = version + 1, due_at = null, outcome = ?, deflected = ?, verdict_deadline = ?,
                   decided_at = ?, resolution_millis = cast(? as bigint), findings = ?
             where id = ?""";

    private static final String REOPEN = """
            update conversation
               set version = version + 1, outcome = null, deflected = null, verdict_deadline = null,
                   decided_at = null, resolution_millis = null, findings = null,
                   due_at = cast(? as timestamp with time zone)
             where id = ?""";

    private final FindingsColumn findings = new FindingsColumn();
    private final DataSource dataSource;

    ReplacedVerdicts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void write(List<JudgedConversation> judged, Replacement replacement) {
        Sql.updateAll(
                dataSource,
                KEEP,
                judged.stream()
                        .filter(JudgedConversation::isOtherwise)
                        .map(one -> new Object[] {replacement.at(), replacement.by(), replacement.reason(), one.id()})
                        .toList());
        Sql.updateAll(
                dataSource,
                REPLACE,
                judged.stream()
                        .filter(JudgedConversation::isReplaced)
                        .map(one -> row(one.id(), one.verdict()))
                        .toList());
        Sql.updateAll(
                dataSource,
                REOPEN,
                judged.stream()
                        .filter(JudgedConversation::isReopened)
                        .map(one -> new Object[] {text(one.dueAt()), one.id()})
                        .toList());
    }

    private Object[] row(long id, FrozenVerdict verdict) {
        return new Object[] {
            verdict.outcome().name(),
            verdict.isDeflected(),
            verdict.deadline(),
            verdict.decidedAt(),
            text(verdict.resolutionMillis()),
            findings.convertToDatabaseColumn(new Findings(verdict.findings())),
            id
        };
    }

    /** Of which the driver knows the type though it is null. */
    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
