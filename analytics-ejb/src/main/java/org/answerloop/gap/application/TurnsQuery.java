package org.answerloop.gap.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ConversationLength;
import org.answerloop.gap.model.AskedAs;
import org.answerloop.gap.model.Derivation;
import org.answerloop.gap.model.DerivationRule;
import org.answerloop.gap.model.Turns;
import org.answerloop.gap.model.Turns.Turn;
import org.answerloop.kernel.Sql;

/** Reads of conversations what questions are derived from; of what was said only what the visitors wrote, and in bounds. */
final class TurnsQuery {

    private static final String ASKED = "from unnest(cast(? as bigint array)) as asked (id) ";

    /** Characters of a message by which one tells whether it asks for something. */
    private static final int BEGINNING = 500;

    /** Characters of a question. */
    private static final int LONGEST_QUESTION = 2_000;

    /** At the most, so that no conversation fills the memory. */
    static final int MOST_MESSAGES = 20_000;

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

    /**
     * By the id of the conversation; of one that is alone and longer, the last {@value #MOST_MESSAGES} messages. No text is kept
     * of them, and none is read beyond its beginning.
     */
    Map<Long, Turns> read(Collection<Long> conversations) {
        Map<Long, Turns> turns = new HashMap<>();
        conversations.forEach(id -> turns.put(id, new Turns()));
        new Sql()
                .add("select m.conversation_id, m.external_id, m.occurred_at, m.author_kind, m.grounded_at,")
                .add("case when m.author_kind = 'VISITOR' then substring(m.text from 1 for " + BEGINNING
                        + ") end as begins")
                .add(ASKED + "join message m on m.conversation_id = asked.id", (Object) ids(conversations))
                .add("where m.author_kind <> 'TEAMMATE'")
                .add("order by m.conversation_id, m.occurred_at desc, m.external_id desc fetch first " + MOST_MESSAGES
                        + " rows only")
                .list(dataSource, row -> {
                    turns.get(row.getLong("conversation_id"))
                            .message(new Turn(
                                    row.getString("external_id"),
                                    Sql.moment(row, "occurred_at"),
                                    AuthorKind.valueOf(row.getString("author_kind")),
                                    Sql.moment(row, "grounded_at") != null,
                                    Derivation.asks(row.getString("begins"))));
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

    /** What these messages of the conversations ask, as far as a question goes; by conversation and message. */
    Map<Long, Map<String, String>> texts(Collection<Long> conversations, Collection<String> messages) {
        Map<Long, Map<String, String>> texts = new HashMap<>();
        new Sql()
                .add("select m.conversation_id, m.external_id, substring(m.text from 1 for " + LONGEST_QUESTION
                        + ") as said")
                .add(ASKED + "join message m on m.conversation_id = asked.id", (Object) ids(conversations))
                .add(
                        "join unnest(cast(? as varchar array)) as wanted (external_id) on wanted.external_id = m.external_id",
                        (Object) messages.toArray(String[]::new))
                .add("where m.author_kind = 'VISITOR' and m.text is not null")
                .list(
                        dataSource,
                        row -> texts.computeIfAbsent(row.getLong("conversation_id"), id -> new HashMap<>())
                                .put(row.getString("external_id"), whole(row.getString("said"))));
        return texts;
    }

    /** Some databases count and cut in the middle of a sign that is two characters in Java. */
    private static String whole(String cut) {
        int last = cut.length() - 1;
        return last >= 0 && Character.isHighSurrogate(cut.charAt(last)) ? cut.substring(0, last) : cut;
    }

    /** What the sources of the conversations told themselves, by the id of the conversation. */
    Map<Long, List<AskedAs>> told(Collection<Long> conversations) {
        Map<Long, List<AskedAs>> told = new HashMap<>();
        new Sql()
                .add("select q.conversation_id, q.message_id, q.question_key " + ASKED, (Object) ids(conversations))
                .add("join unanswered_question q on q.conversation_id = asked.id where q.signal = 'UNANSWERED'")
                .list(
                        dataSource,
                        row -> told.computeIfAbsent(row.getLong("conversation_id"), id -> new ArrayList<>())
                                .add(new AskedAs(row.getString("message_id"), row.getString("question_key"))));
        return told;
    }

    private static Long[] ids(Collection<Long> conversations) {
        return conversations.toArray(Long[]::new);
    }
}
