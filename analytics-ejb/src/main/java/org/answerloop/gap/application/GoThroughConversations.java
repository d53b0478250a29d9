package org.answerloop.gap.application;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.conversation.model.ConversationLength;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/**
 * Brings the questions of a source's conversations in line with what was decided anew: a short transaction each, of whichever
 * server comes first.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class GoThroughConversations {

    private static final int CHUNK = 100;

    /** Of so many messages in one transaction; a conversation that has more is gone through alone. */
    private static final long MOST_MESSAGES = 5_000;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private DeriveQuestions questions;

    private record Position(String source, long conversation) {}

    /** @return whether there may be more to do */
    public boolean goOn() {
        Optional<Position> position = position();
        position.ifPresent(this::goOn);
        return position.isPresent();
    }

    /** Held until the end of the transaction; one that another server holds is left to it. */
    private Optional<Position> position() {
        return new Sql()
                        .add("select source, gone_through from question_derivation where gone_through is not null")
                        .add("order by source fetch first 1 rows only for update skip locked")
                        .list(dataSource, row -> new Position(row.getString("source"), row.getLong("gone_through")))
                        .stream()
                        .findFirst();
    }

    private void goOn(Position position) {
        List<Long> conversations = ConversationLength.first(next(position), MOST_MESSAGES);
        if (!conversations.isEmpty()) {
            hold(conversations);
            questions.derive(conversations);
        }
        new Sql()
                .add("update question_derivation set gone_through = "
                        + (conversations.isEmpty() ? "null" : conversations.get(conversations.size() - 1)))
                .add("where source = ?", position.source())
                .update(dataSource);
    }

    private List<ConversationLength> next(Position after) {
        return new Sql()
                .add(
                        "select id, message_count from conversation where source = ? and id > ?",
                        after.source(),
                        after.conversation())
                .add("order by id fetch first " + CHUNK + " rows only")
                .list(dataSource, row -> new ConversationLength(row.getLong("id"), row.getLong("message_count")));
    }

    /** In the order in which the intake holds them. */
    private void hold(List<Long> conversations) {
        new Sql()
                .add("select id from conversation where 1 = 1")
                .addIn("id", conversations)
                .add("order by external_id for update")
                .list(dataSource, row -> row.getLong("id"));
    }
}
