package org.answerloop.gap.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ConversationLength;
import org.answerloop.gap.model.DerivationRule;
import org.answerloop.gap.model.Turns;
import org.answerloop.gap.model.Turns.Turn;
import org.answerloop.kernel.Sql;

/** Reads of conversations what questions are derived from; of what was said only what the visitors wrote. */
final class TurnsQuery {

    private static final String ASKED = "from unnest(cast(? as bigint array)) as asked (id) ";

    private final DataSource dataSource;

    TurnsQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Those conversations of which questions are derived.
     *
     * @param rules to which is added by which rule that is; of one that is redacted nothing is derived
     */
    List<ConversationLength> ruled(
            Collection<Long> conversations, Map<String, DerivationRule> bySource, Map<Long, DerivationRule> rules) {
        List<ConversationLength> ruled = new ArrayList<>();
        new Sql()
                .add("select c.id, c.source, c.redacted, c.message_count " + ASKED, (Object) ids(conversations))
                .add("join conversation c on c.id = asked.id")
                .list(dataSource, row -> {
                    DerivationRule rule = bySource.get(row.getString("source"));
                    if (rule != null) {
                        boolean redacted = row.getBoolean("redacted");
                        rules.put(row.getLong("id"), redacted ? DerivationRule.none(rule.source()) : rule);
                        ruled.add(new ConversationLength(row.getLong("id"), row.getLong("message_count")));
                    }
                    return null;
                });
        return ruled;
    }

    /** By the id of the conversation. */
    Map<Long, Turns> read(Collection<Long> conversations) {
        Map<Long, Turns> turns = new HashMap<>();
        conversations.forEach(id -> turns.put(id, new Turns()));
        new Sql()
                .add("select m.conversation_id, m.external_id, m.occurred_at, m.author_kind, m.grounded_at,")
                .add("case when m.author_kind = 'VISITOR' then m.text end as question")
                .add(ASKED + "join message m on m.conversation_id = asked.id", (Object) ids(conversations))
                .add("where m.author_kind <> 'TEAMMATE'")
                .list(dataSource, row -> {
                    turns.get(row.getLong("conversation_id"))
                            .message(new Turn(
                                    row.getString("external_id"),
                                    Sql.moment(row, "occurred_at"),
                                    AuthorKind.valueOf(row.getString("author_kind")),
                                    Sql.moment(row, "grounded_at") != null,
                                    row.getString("question")));
                    return null;
                });
        new Sql()
                .add("select r.conversation_id, r.message_id " + ASKED, (Object) ids(conversations))
                .add("join handoff_request r on r.conversation_id = asked.id")
                .list(dataSource, row -> {
                    turns.get(row.getLong("conversation_id")).handoffRequest(row.getString("message_id"));
                    return null;
                });
        new Sql()
                .add("select h.conversation_id, h.occurred_at " + ASKED, (Object) ids(conversations))
                .add("join handoff h on h.conversation_id = asked.id")
                .list(dataSource, row -> {
                    turns.get(row.getLong("conversation_id")).handoff(Sql.moment(row, "occurred_at"));
                    return null;
                });
        return turns;
    }

    private static Long[] ids(Collection<Long> conversations) {
        return conversations.toArray(Long[]::new);
    }
}
