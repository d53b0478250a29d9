package org.answerloop.conversation.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.MessagePosted;
import org.answerloop.conversation.model.Participant;
import org.answerloop.conversation.model.Stamp;
import org.answerloop.conversation.model.StatedMessage;
import org.answerloop.conversation.model.Taken;
import org.answerloop.kernel.IdBlocks;
import org.answerloop.kernel.Sql;

/** Messages, found by their conversation and their own id. */
final class MessageTable {

    private static final String ADD = """
            insert into message (id, conversation_id, external_id, occurred_at, first_event_id, author_kind, author_id,
                                 author_name, grounded_at, late, stated_at, event_id, text, sources, actions)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String CHANGE = """
            update message
               set occurred_at = ?, first_event_id = ?, author_kind = ?, author_id = ?, author_name = ?,
                   grounded_at = ?, late = ?
             where conversation_id = ? and external_id = ?""";

    private static final String SAY = """
            update message
               set stated_at = ?, event_id = ?, text = ?, sources = ?, actions = ?
             where conversation_id = ? and external_id = ?""";

    private final IdBlocks ids = new IdBlocks("message_seq", 500);
    private final ContentSourcesColumn sources = new ContentSourcesColumn();
    private final ActionsColumn actions = new ActionsColumn();
    private final DataSource dataSource;

    MessageTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Map<Long, Map<String, StatedMessage>> stated(Map<Long, Set<String>> messageIds) {
        List<Long> conversations = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        messageIds.forEach((conversation, ids) -> ids.forEach(id -> {
            conversations.add(conversation);
            messages.add(id);
        }));
        Map<Long, Map<String, StatedMessage>> found = new HashMap<>();
        if (!messages.isEmpty()) {
            new Sql()
                    .add("select m.conversation_id, m.external_id, m.occurred_at, m.first_event_id, m.stated_at,")
                    .add("m.event_id, m.author_kind, m.author_id, m.author_name, m.grounded_at, m.late")
                    .add(
                            "from unnest(cast(? as bigint array), cast(? as varchar(255) array))"
                                    + " as named (conversation_id, external_id)",
                            conversations.toArray(Long[]::new),
                            messages.toArray(String[]::new))
                    .add("join message m on m.conversation_id = named.conversation_id")
                    .add("and m.external_id = named.external_id")
                    .list(
                            dataSource,
                            row -> found.computeIfAbsent(row.getLong("conversation_id"), id -> new HashMap<>())
                                    .put(row.getString("external_id"), message(row)));
        }
        return found;
    }

    private static StatedMessage message(ResultSet row) throws SQLException {
        return new StatedMessage(
                row.getString("external_id"),
                new Stamp(Sql.moment(row, "occurred_at"), row.getString("first_event_id")),
                new Stamp(Sql.moment(row, "stated_at"), row.getString("event_id")),
                AuthorKind.valueOf(row.getString("author_kind")),
                new Participant(row.getString("author_id"), row.getString("author_name")),
                Sql.moment(row, "grounded_at"),
                row.getBoolean("late"));
    }

    void write(Collection<Taken> taken) {
        List<Object[]> added = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        List<Object[]> said = new ArrayList<>();
        for (Taken of : taken) {
            long conversation = of.conversation().id();
            boolean redacted = of.conversation().isRedacted();
            for (StatedMessage message : of.messages()) {
                if (!message.isKnown()) {
                    added.add(row(conversation, message, redacted));
                } else if (message.isChanged()) {
                    changed.add(change(conversation, message, redacted));
                    message.said().ifPresent(posted -> said.add(say(conversation, posted, redacted)));
                }
            }
        }
        Sql.updateAll(dataSource, ADD, added);
        Sql.updateAll(dataSource, CHANGE, changed);
        Sql.updateAll(dataSource, SAY, said);
    }

    private Object[] row(long conversation, StatedMessage message, boolean redacted) {
        MessagePosted posted = message.said().orElseThrow();
        Participant author = author(message, redacted);
        return new Object[] {
            ids.next(dataSource),
            conversation,
            message.id(),
            message.first().at(),
            message.first().eventId(),
            message.authorKind().name(),
            author.id(),
            author.name(),
            message.groundedAt(),
            message.isLate(),
            posted.stamp().at(),
            posted.stamp().eventId(),
            redacted ? null : posted.text(),
            sources.convertToDatabaseColumn(posted.sources()),
            actions.convertToDatabaseColumn(posted.actions())
        };
    }

    private static Object[] change(long conversation, StatedMessage message, boolean redacted) {
        Participant author = author(message, redacted);
        return new Object[] {
            message.first().at(),
            message.first().eventId(),
            message.authorKind().name(),
            author.id(),
            author.name(),
            message.groundedAt(),
            message.isLate(),
            conversation,
            message.id()
        };
    }

    private Object[] say(long conversation, MessagePosted posted, boolean redacted) {
        return new Object[] {
            posted.stamp().at(),
            posted.stamp().eventId(),
            redacted ? null : posted.text(),
            sources.convertToDatabaseColumn(posted.sources()),
            actions.convertToDatabaseColumn(posted.actions()),
            conversation,
            posted.messageId()
        };
    }

    private static Participant author(StatedMessage message, boolean redacted) {
        return redacted && message.authorKind() == AuthorKind.VISITOR ? Participant.UNKNOWN : message.author();
    }

    Set<String> citedAnswers(long conversationId, String messageId) {
        return new Sql()
                .add(
                        "select sources from message where conversation_id = ? and external_id = ?",
                        conversationId,
                        messageId)
                .list(dataSource, row -> sources.convertToEntityAttribute(row.getString("sources")))
                .get(0)
                .shortAnswers();
    }
}
