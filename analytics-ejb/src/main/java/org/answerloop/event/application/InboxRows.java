package org.answerloop.event.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.event.model.InboxEvent;
import org.answerloop.kernel.IdBlocks;
import org.answerloop.kernel.Sql;
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
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""";

    /** So that two who add the same events wait for each other in one direction. */
    private static final Comparator<InboxEvent> ORDER =
            Comparator.comparing(InboxEvent::source).thenComparing(InboxEvent::eventId);

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    private final IdBlocks ids = new IdBlocks("inbox_event_seq", 500);

    /** @throws StoredMeanwhileException where one of them is there already: whoever added it was not known a moment ago */
    public void insert(List<InboxEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            List<Long> given = new ArrayList<>(events.size());
            for (InboxEvent event : events.stream().sorted(ORDER).toList()) {
                long id = ids.next(dataSource);
                given.add(id);
                bind(insert, id, event);
                insert.addBatch();
            }
            if (added(insert.executeBatch(), given) < events.size()) {
                throw new StoredMeanwhileException();
            }
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    /** @param deadlines up to when nothing is late any more, by the id of the conversation */
    public void takeLateMarksAway(Map<Long, Instant> deadlines) {
        Sql.updateAll(
                dataSource,
                "update inbox_event set late = false where conversation_id = ? and late and occurred_at <= ?",
                deadlines.entrySet().stream()
                        .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                        .toList());
    }

    /** A driver that sends many rows in one statement does not say of each what became of it. */
    private long added(int[] counts, List<Long> given) {
        if (IntStream.of(counts).allMatch(count -> count >= 0)) {
            return IntStream.of(counts).sum();
        }
        return new Sql()
                .add("select count(*) as added from inbox_event where 1 = 1")
                .addIn("id", given)
                .list(dataSource, row -> row.getLong("added"))
                .get(0);
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
