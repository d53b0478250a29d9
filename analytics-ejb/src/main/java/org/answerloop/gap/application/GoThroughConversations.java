package org.answerloop.gap.application;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

    /** Of so many messages in one transaction; a conversation that has more is gone through alone. */
    private static final long MOST_MESSAGES = 5_000;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private DeriveQuestions questions;

    private record Position(String source, long conversation) {}

    /** The sources of which conversations are still to be gone through. */
    public List<String> sources() {
        return new Sql()
                .add("select source from question_derivation where gone_through is not null order by source")
                .list(dataSource, row -> row.getString("source"));
    }

    /** Whether none of its conversations have been gone through since something was decided. */
    public boolean isAtTheBeginning(String source) {
        return !new Sql()
                .add("select source from question_derivation where source = ? and gone_through = 0", source)
                .list(dataSource, row -> row.getString("source"))
                .isEmpty();
    }

    /** @return whether there may be more to do of the source; not where another server is at it */
    public boolean goOn(String source, int limit) {
        Optional<Position> position = position(source);
        return position.isPresent() && goOn(position.get(), limit);
    }

    /** Leaves out the next conversation. @return its id; nothing where there is none, or another server is at it */
    public OptionalLong passOver(String source) {
        Optional<Position> position = position(source);
        List<Long> next = position.map(at -> ConversationLength.first(next(at, 1), MOST_MESSAGES))
                .orElse(List.of());
        next.forEach(id -> move(position.get(), id));
        return next.stream().mapToLong(Long::longValue).findFirst();
    }

    /** Held until the end of the transaction; one that another server holds is left to it. */
    private Optional<Position> position(String source) {
        return new Sql()
                        .add("select source, gone_through from question_derivation")
                        .add("where source = ? and gone_through is not null for update skip locked", source)
                        .list(dataSource, row -> new Position(row.getString("source"), row.getLong("gone_through")))
                        .stream()
                        .findFirst();
    }

    private boolean goOn(Position position, int limit) {
        List<Long> conversations = ConversationLength.first(next(position, limit), MOST_MESSAGES);
        if (!conversations.isEmpty()) {
            hold(conversations);
            questions.derive(conversations);
        }
        move(position, conversations.isEmpty() ? null : conversations.get(conversations.size() - 1));
        return !conversations.isEmpty();
    }

    private List<ConversationLength> next(Position after, int limit) {
        return new Sql()
                .add(
                        "select id, message_count from conversation where source = ? and id > ?",
                        after.source(),
                        after.conversation())
                .add("order by id fetch first " + limit + " rows only")
                .list(dataSource, row -> new ConversationLength(row.getLong("id"), row.getLong("message_count")));
    }

    /** @param reached null where all have been gone through */
    private void move(Position position, Long reached) {
        new Sql()
                .add("update question_derivation set gone_through = " + reached)
                .add("where source = ?", position.source())
                .update(dataSource);
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
