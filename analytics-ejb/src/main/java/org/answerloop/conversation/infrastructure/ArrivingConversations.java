package org.answerloop.conversation.infrastructure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.kernel.Sql;

/** Lets those who begin the same conversation at once do it one after the other, without a unique key being violated. */
final class ArrivingConversations {

    private static final Comparator<ConversationKey> ORDER =
            Comparator.comparing(ConversationKey::source).thenComparing(ConversationKey::externalId);

    private final DataSource dataSource;

    ArrivingConversations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Everybody takes them in one order, so that none wait for each other in a circle. */
    void await(Collection<ConversationKey> keys) {
        List<Object[]> rows = keys.stream()
                .sorted(ORDER)
                .map(key -> new Object[] {key.source(), key.externalId()})
                .toList();
        Sql.updateAll(
                dataSource,
                "insert into arriving_conversation (source, external_id) values (?, ?) on conflict do nothing",
                rows);
        // Gone at once, and yet whoever writes the same key waits for the end of this transaction.
        Sql.updateAll(dataSource, "delete from arriving_conversation where source = ? and external_id = ?", rows);
    }
}
