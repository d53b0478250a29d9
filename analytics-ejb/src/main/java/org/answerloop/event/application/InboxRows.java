package org.answerloop.event.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.event.model.InboxEvent;
import org.answerloop.kernel.IdBlocks;
import org.answerloop.kernel.UnreadableException;

/**
 * Adds to the inbox in one batch, on the connection of the transaction. The inbox only grows, and has a row for every
 * event: what a persistence context does for a row that may change is what most of the time would go into.
 */
@ApplicationScoped
class InboxRows {

    private static final String INSERT = """
            insert into inbox_event (id, source, event_id, conversation_id, type, occurred_at, received_at, content_hash,
                                     late, payload, api_key_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    private final IdBlocks ids = new IdBlocks("inbox_event_seq", 500);

    public void insert(List<InboxEvent> events) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (InboxEvent event : events) {
                bind(insert, ids.next(dataSource), event);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    private static void bind(PreparedStatement insert, long id, InboxEvent event) throws SQLException {
        insert.setLong(1, id);
        insert.setString(2, event.source());
        insert.setString(3, event.eventId());
        insert.setLong(4, event.conversationId());
        insert.setString(5, event.type());
        insert.setObject(6, event.occurredAt().atOffset(ZoneOffset.UTC));
        insert.setObject(7, event.receivedAt().atOffset(ZoneOffset.UTC));
        insert.setString(8, event.contentHash());
        insert.setBoolean(9, event.isLate());
        insert.setString(10, event.payload());
        insert.setObject(11, event.keyId(), Types.BIGINT);
    }
}
