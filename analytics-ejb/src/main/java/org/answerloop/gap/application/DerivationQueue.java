package org.answerloop.gap.application;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.kernel.Sql;

/**
 * The conversations of which something was told since questions were last derived from them. What the intake does is to note
 * them, so that one more event costs the same however long the conversation is.
 */
@ApplicationScoped
public class DerivationQueue {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private DerivationRules rules;

    /** The sources of which something was ever decided, as this transaction sees them at this moment. */
    public Set<String> ruledSources() {
        return Set.copyOf(rules.bySource().keySet());
    }

    /** @param conversationIds held by this transaction; noted are those of sources of which something was decided */
    public void add(Collection<Long> conversationIds) {
        Set<String> sources = ruledSources();
        if (sources.isEmpty() || conversationIds.isEmpty()) {
            return;
        }
        new Sql()
                .add(
                        "insert into derivation_due (conversation_id) select c.id from conversation c"
                                + " join unnest(cast(? as bigint array)) as told (id) on told.id = c.id where 1 = 1",
                        (Object) conversationIds.toArray(Long[]::new))
                .addIn("c.source", sources)
                .update(dataSource);
    }

    /** That something was told of a conversation. */
    record Note(long id, long conversation) {}

    /** The first after that one, in the order in which they were noted. */
    List<Note> after(long id, int limit) {
        return new Sql()
                .add("select id, conversation_id from derivation_due where id > ?", id)
                .add("order by id fetch first " + limit + " rows only")
                .list(dataSource, row -> new Note(row.getLong("id"), row.getLong("conversation_id")));
    }

    /** Those notes and none that have come since. */
    void remove(Collection<Long> ids) {
        new Sql().add("delete from derivation_due where 1 = 1").addIn("id", ids).update(dataSource);
    }
}
