package org.answerloop.gap.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.conversation.model.ConversationLength;
import org.answerloop.gap.application.DerivationQueue.Note;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** Derives questions from conversations of which something was told: a short transaction each, of whichever server comes first. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class DeriveFromChanged {

    /** Of one conversation there may be many. */
    private static final int NOTES = 1_000;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private DerivationQueue queue;

    @Inject
    private DeriveQuestions questions;

    /**
     * Conversations that are next.
     *
     * @param notes of each, those that are known; what is noted later is not among them
     * @param last the last note that was looked at
     */
    public record Chunk(Map<Long, List<Long>> notes, long last) {

        public boolean isEmpty() {
            return notes.isEmpty();
        }

        /** One of them alone. */
        Chunk only(long conversation) {
            return new Chunk(Map.of(conversation, notes.get(conversation)), last);
        }
    }

    /**
     * Those that were noted first, of so many messages between them as one transaction goes through.
     *
     * @param after the last note of the chunk before
     */
    public Chunk next(long after, int limit) {
        Map<Long, List<Long>> noted = new LinkedHashMap<>();
        List<Note> notes = queue.after(after, NOTES);
        for (Note note : notes) {
            if (noted.size() < limit || noted.containsKey(note.conversation())) {
                noted.computeIfAbsent(note.conversation(), id -> new ArrayList<>())
                        .add(note.id());
            }
        }
        if (noted.isEmpty()) {
            return new Chunk(noted, after);
        }
        List<Long> some = ConversationLength.first(
                lengths(noted.keySet(), "order by external_id"), GoThroughConversations.MOST_MESSAGES);
        noted.keySet().retainAll(some);
        return new Chunk(noted, notes.get(notes.size() - 1).id());
    }

    /** @return how many it derived from: those that somebody else holds are left for later */
    public int derive(Chunk chunk) {
        List<Long> held = lengths(chunk.notes().keySet(), "order by external_id for update skip locked").stream()
                .map(ConversationLength::id)
                .toList();
        if (!held.isEmpty()) {
            questions.derive(held);
            queue.remove(notes(chunk, held));
        }
        return held.size();
    }

    /** Leaves it out until something is told of it again. */
    public void passOver(Chunk chunk) {
        queue.remove(notes(chunk, chunk.notes().keySet()));
    }

    private static List<Long> notes(Chunk chunk, Collection<Long> conversations) {
        return conversations.stream()
                .flatMap(id -> chunk.notes().get(id).stream())
                .toList();
    }

    private List<ConversationLength> lengths(Collection<Long> conversations, String order) {
        return new Sql()
                .add("select id, message_count from conversation where 1 = 1")
                .addIn("id", conversations)
                .add(order)
                .list(dataSource, row -> new ConversationLength(row.getLong("id"), row.getLong("message_count")));
    }
}
