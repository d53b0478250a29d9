package org.answerloop.conversation.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

import org.answerloop.conversation.model.Findings;
import org.answerloop.conversation.model.FrozenVerdict;
import org.answerloop.conversation.model.VerdictIsFinalException;
import org.answerloop.kernel.UnreadableException;

/**
 * Writes what was decided about many conversations in two batches, on the connection of the transaction. A verdict is
 * written where there is none, and nowhere else.
 */
final class VerdictStatement {

    private static final String FREEZE = """
            update conversation
               set version = version + 1, due_at = null, outcome = ?, deflected = ?, verdict_deadline = ?,
                   decided_at = ?, resolution_millis = ?, findings = ?
             where id = ? and outcome is null""";

    private static final String POSTPONE =
            "update conversation set version = version + 1, due_at = ? where id = ? and outcome is null";

    private final FindingsColumn findings = new FindingsColumn();
    private final DataSource dataSource;

    VerdictStatement(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void write(List<ClaimedConversation> conversations) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement freeze = connection.prepareStatement(FREEZE);
                PreparedStatement postpone = connection.prepareStatement(POSTPONE)) {
            List<ClaimedConversation> decided = conversations.stream()
                    .filter(ClaimedConversation::hasVerdict)
                    .toList();
            List<ClaimedConversation> others = conversations.stream()
                    .filter(conversation -> !conversation.hasVerdict())
                    .toList();
            for (ClaimedConversation conversation : decided) {
                bind(freeze, conversation.verdict());
                freeze.setLong(7, conversation.id());
                freeze.addBatch();
            }
            for (ClaimedConversation conversation : others) {
                postpone.setObject(1, column(conversation.dueAt()));
                postpone.setLong(2, conversation.id());
                postpone.addBatch();
            }
            execute(freeze, decided);
            execute(postpone, others);
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    private void bind(PreparedStatement statement, FrozenVerdict verdict) throws SQLException {
        statement.setString(1, verdict.outcome().name());
        statement.setBoolean(2, verdict.isDeflected());
        statement.setObject(3, column(verdict.deadline()));
        statement.setObject(4, column(verdict.decidedAt()));
        statement.setObject(5, verdict.resolutionMillis(), Types.BIGINT);
        statement.setString(6, findings.convertToDatabaseColumn(new Findings(verdict.findings())));
    }

    private static void execute(PreparedStatement statement, List<ClaimedConversation> of) throws SQLException {
        if (of.isEmpty()) {
            return;
        }
        int[] counts = statement.executeBatch();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 1 && counts[i] != Statement.SUCCESS_NO_INFO) {
                throw new VerdictIsFinalException(of.get(i).key());
            }
        }
    }

    private static OffsetDateTime column(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
