package org.answerloop.conversation.application;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.answerloop.conversation.infrastructure.ConversationTables;
import org.answerloop.conversation.model.Actions;
import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ContentSources;
import org.answerloop.conversation.model.ConversationEvent;
import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.FeedbackGiven;
import org.answerloop.conversation.model.HandoffMade;
import org.answerloop.conversation.model.HandoffTrigger;
import org.answerloop.conversation.model.MessagePosted;
import org.answerloop.conversation.model.Participant;
import org.answerloop.conversation.model.Rating;
import org.answerloop.conversation.model.Stamp;
import org.answerloop.fixture.LocalPersistence;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.fixture.OneConnection;
import org.answerloop.kernel.Sql;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.report.infrastructure.StaleFiguresInDatabase;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What one more event costs, in statements and in rows that are read: the same, however much was said before. */
class LongConversationTest {

    private static final Instant BEGINNING = Instant.parse("2026-01-10T08:00:00Z");
    private static final int LONG = 10_000;
    private static final int SHORT = 10;

    @ParameterizedTest
    @EnumSource
    void one_more_event_costs_the_same_on_ten_messages_and_on_ten_thousand(MigratedDatabase database)
            throws SQLException {
        try (OneConnection connection = new OneConnection(database.open("long"));
                LocalPersistence persistence = new LocalPersistence(connection)) {
            Costs costs = new Costs(connection, persistence, database == MigratedDatabase.POSTGRESQL);
            costs.begin("short", SHORT);
            costs.begin("long", LONG);
            costs.settle();

            assertThat(costs.of("long", LONG)).isEqualTo(costs.of("short", SHORT));
        }
    }

    /**
     * What was needed.
     *
     * @param rowsRead in the tables beside the conversation's own row; where the database does not tell, 0
     */
    private record Cost(String what, int statements, long rowsRead) {}

    private static final class Costs {

        private final OneConnection connection;
        private final LocalPersistence persistence;
        private final boolean tellsRows;
        private final Settings settings = new SettingsReader(name -> Optional.empty()).read(List.of());

        Costs(OneConnection connection, LocalPersistence persistence, boolean tellsRows) {
            this.connection = connection;
            this.persistence = persistence;
            this.tellsRows = tellsRows;
        }

        /** Visitor and agent in turns, and a rating for each reply. */
        void begin(String conversation, int messages) {
            List<ConversationEvent> events = new ArrayList<>();
            for (int i = 0; i < messages; i++) {
                AuthorKind author = i % 2 == 0 ? AuthorKind.VISITOR : AuthorKind.CUSTOMER_AGENT;
                events.add(message(i, i, author));
                if (i % 2 > 0) {
                    events.add(new FeedbackGiven(stamp(i, "f"), Rating.HELPFUL, "m" + i, null));
                }
            }
            for (int from = 0; from < events.size(); from += 1_000) {
                record(conversation, events.subList(from, Math.min(from + 1_000, events.size())), false);
            }
        }

        void settle() {
            if (tellsRows) {
                new Sql().add("analyze").update(connection);
            }
        }

        /** Of all that comes in the order of time, of what comes late, and of a message that is stated again. */
        List<Cost> of(String conversation, int messages) {
            return List.of(
                    cost("a rating", conversation, new FeedbackGiven(stamp(messages, "r"), Rating.HELPFUL, null, "x")),
                    cost("a question", conversation, message(messages, messages, AuthorKind.VISITOR)),
                    cost("a reply", conversation, message(messages + 1, messages + 1, AuthorKind.CUSTOMER_AGENT)),
                    cost("a reply that comes late", conversation, message(messages + 2, 4, AuthorKind.CUSTOMER_AGENT)),
                    cost("a reply once more", conversation, message(1, messages + 3, AuthorKind.CUSTOMER_AGENT)),
                    cost("a reply that was earlier", conversation, message(3, 2, AuthorKind.CUSTOMER_AGENT)),
                    cost(
                            "a handoff",
                            conversation,
                            new HandoffMade(stamp(messages + 4, "h"), HandoffTrigger.RULE, Participant.UNKNOWN, null)));
        }

        private Cost cost(String what, String conversation, ConversationEvent event) {
            int before = connection.statements();
            long rows = record(conversation, List.of(event), tellsRows);
            return new Cost(what, connection.statements() - before, rows);
        }

        /** @return how many rows were read, where that is asked for */
        private long record(String conversation, List<ConversationEvent> events, boolean counting) {
            return persistence.in(entityManager -> {
                long before = counting ? rowsRead(connection) : 0;
                new ConversationRecorder(
                                entityManager,
                                new ConversationTables(connection),
                                settings,
                                new StaleFiguresInDatabase(new RollupTables(connection), settings),
                                conversations -> {},
                                replies -> {})
                        .record(
                                events.stream()
                                        .map(event -> new Told(new ConversationKey("desk", conversation), event))
                                        .toList(),
                                BEGINNING);
                return counting ? rowsRead(connection) - before : 0;
            });
        }

        /** In the transaction so far. */
        private static long rowsRead(DataSource dataSource) {
            return new Sql()
                    .add("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as rows_read")
                    .add("from pg_stat_xact_user_tables where relname in ('message', 'feedback', 'handoff')")
                    .list(dataSource, row -> row.getLong("rows_read"))
                    .get(0);
        }

        private static MessagePosted message(int id, int minute, AuthorKind author) {
            return new MessagePosted(
                    stamp(minute, "e" + id + "-"),
                    "m" + id,
                    author,
                    author == AuthorKind.CUSTOMER_AGENT ? new Participant("a", "Aria") : Participant.UNKNOWN,
                    "What was said",
                    ContentSources.NONE,
                    Actions.NONE);
        }

        private static Stamp stamp(int minute, String id) {
            return new Stamp(BEGINNING.plusSeconds(10L * minute), id + minute);
        }
    }
}
