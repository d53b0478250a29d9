package org.answerloop.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.embedding.model.StoredVector;

/** Very many published short answers, and what visitors ask of them. */
final class AnswerLibrary {

    private static final List<String> ASKING = List.of(
            "How do I",
            "Where can I",
            "When may I",
            "Why can I not",
            "What does it cost to",
            "Who helps me to",
            "Am I allowed to",
            "How long does it take to");
    private static final List<String> DOING = List.of(
            "change",
            "cancel",
            "move",
            "extend",
            "pay for",
            "track",
            "return",
            "insure",
            "transfer",
            "upgrade",
            "share",
            "rename",
            "pause",
            "confirm",
            "print",
            "renew");
    private static final List<String> KINDS = List.of(
            "annual",
            "first",
            "damaged",
            "corporate",
            "family",
            "weekend",
            "student",
            "foreign",
            "duplicate",
            "second-hand",
            "prepaid",
            "lost",
            "late",
            "shared",
            "digital",
            "temporary");
    private static final List<String> THINGS = List.of(
            "ticket",
            "subscription",
            "parcel",
            "invoice",
            "booking",
            "loyalty card",
            "seat",
            "meter reading",
            "contract",
            "rental car",
            "gift voucher",
            "bicycle permit",
            "medical report",
            "router",
            "museum pass",
            "deposit",
            "class",
            "hotel room",
            "visa form",
            "membership",
            "grill",
            "lens",
            "passport photo",
            "season ticket",
            "allotment",
            "washing machine",
            "tax statement",
            "locker",
            "concert",
            "ferry cabin");
    private static final List<String> WHEN = List.of(
            "after midnight",
            "before the deadline",
            "from abroad",
            "without the app",
            "for somebody else",
            "in the shop",
            "during the strike",
            "with a voucher",
            "as a guest",
            "on a public holiday");

    private static final int BATCH = 1_000;
    private static final int SENTENCES = 3;

    private final Random random;

    AnswerLibrary(long seed) {
        random = new Random(seed);
    }

    String question() {
        return "%s %s my %s %s %s?".formatted(one(ASKING), one(DOING), one(KINDS), one(THINGS), one(WHEN));
    }

    /** Writes them into an empty database, as if an editor had published each and the model had been asked about it. */
    void fill(Connection connection, int count, Embedder embedder) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement answer = connection.prepareStatement("""
                        insert into short_answer (id, version, revision, question, answer, language, published_revision, state, owner,
                               created_at, created_by, changed_at, changed_by)
                        values (?, 1, 1, ?, ?, 'en', 1, 'PUBLISHED', 'edgar', now(), 'edgar', now(), 'edgar')""");
                PreparedStatement revision = connection.prepareStatement("""
                        insert into short_answer_revision (answer_id, number, question, answer, language, written_at, written_by,
                               published_at, published_by)
                        values (?, 1, ?, ?, 'en', now(), 'edgar', now(), 'edgar')""");
                PreparedStatement meaning = connection.prepareStatement(
                        "insert into short_answer_vector (answer_id, revision, model, vector) values (?, 1, ?, ?)")) {
            for (int id = 1; id <= count; id++) {
                String question = question();
                String text = text();
                bind(answer, id, question, text);
                bind(revision, id, question, text);
                meaning.setLong(1, id);
                meaning.setString(2, embedder.model());
                meaning.setBytes(3, StoredVector.bytes(embedder.embed(question)));
                meaning.addBatch();
                if (id % BATCH == 0 || id == count) {
                    answer.executeBatch();
                    revision.executeBatch();
                    meaning.executeBatch();
                }
            }
            connection.commit();
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SENTENCES; i++) {
            text.append("You can %s the %s %s %s. ".formatted(one(DOING), one(KINDS), one(THINGS), one(WHEN)));
        }
        return text.toString().strip();
    }

    private static void bind(PreparedStatement statement, int id, String question, String text) throws SQLException {
        statement.setLong(1, id);
        statement.setString(2, question);
        statement.setString(3, text);
        statement.addBatch();
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
