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

    /** Of so many messages in one transaction; a conversation that has more is gone through alone. */
    static final long MOST_MESSAGES = 5_000;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private DeriveQuestions questions;

    /**
     * What comes next of a source.
     *
     * @param after up to which conversation it was gone through
     * @param conversations by their ids; none where all have been gone through
     */
    public record Stretch(String source, long after, List<Long> conversations) {

        /** Whether nothing has been gone through since something was decided. */
        boolean isBeginning() {
            return after == 0;
        }
    }

    /** The sources of which conversations are still to be gone through. */
    public List<String> sources() {
        return new Sql()
                .add("select source from question_derivation where gone_through is not null order by source")
                .list(dataSource, row -> row.getString("source"));
    }

    /** What comes next of the source; nothing where all has been gone through meanwhile. */
    public Optional<Stretch> next(String source, int limit) {
        return new Sql()
                        .add("select gone_through from question_derivation where source = ?", source)
                        .add("and gone_through is not null")
                        .list(dataSource, row -> row.getLong("gone_through"))
                        .stream()
                        .map(after -> new Stretch(
                                source,
                                after,
                                ConversationLength.first(following(source, after, limit), MOST_MESSAGES)))
                        .findFirst();
    }

    /** @return whether there may be more to do of the source; not where another server is at it, or has been meanwhile */
    public boolean goOn(Stretch stretch) {
        if (!holds(stretch)) {
            return false;
        }
        List<Long> conversations = stretch.conversations();
        if (!conversations.isEmpty()) {
            hold(conversations);
            questions.derive(conversations);
        }
        move(stretch);
        return !conversations.isEmpty();
    }

    /** Leaves these out. @return whether nobody else has gone through them meanwhile */
    public boolean passOver(Stretch stretch) {
        boolean held = holds(stretch);
        if (held) {
            move(stretch);
        }
        return held;
    }

    /** Until the end of the transaction. @return false where another server has gone on from there, or is at it */
    private boolean holds(Stretch stretch) {
        return !new Sql()
                .add(
                        "select source from question_derivation where source = ? and gone_through = ? for update skip locked",
                        stretch.source(),
                        stretch.after())
                .list(dataSource, row -> row.getString("source"))
                .isEmpty();
    }

    private List<ConversationLength> following(String source, long after, int limit) {
        return new Sql()
                .add("select id, message_count from conversation where source = ? and id > ?", source, after)
                .add("order by id fetch first " + limit + " rows only")
                .list(dataSource, row -> new ConversationLength(row.getLong("id"), row.getLong("message_count")));
    }

    /** To the last one of them, or to the end where there is none. */
    private void move(Stretch stretch) {
        List<Long> conversations = stretch.conversations();
        String reached = conversations.isEmpty() ? "null" : Long.toString(conversations.get(conversations.size() - 1));
        new Sql()
                .add("update question_derivation set gone_through = " + reached)
                .add("where source = ?", stretch.source())
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
