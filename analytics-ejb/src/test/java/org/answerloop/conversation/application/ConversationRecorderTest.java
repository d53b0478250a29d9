package org.answerloop.conversation.application;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.answerloop.conversation.infrastructure.ConversationTables;
import org.answerloop.conversation.model.ConversationEvent;
import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.FeedbackGiven;
import org.answerloop.conversation.model.RandomEvents;
import org.answerloop.conversation.model.WholeConversation;
import org.answerloop.conversation.model.WholeConversation.Sight;
import org.answerloop.fixture.LocalPersistence;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.fixture.OneConnection;
import org.answerloop.kernel.Sql;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.report.infrastructure.StaleFiguresInDatabase;
import org.answerloop.resolution.model.ResolutionPolicy;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random events in any order, in pieces of any length, with messages that are stated again, and of conversations from before
 * what is kept of their replies was kept: after each piece, what stands in
 * the tables is what a conversation is by its definition, and the days are stale on which something counts otherwise.
 */
class ConversationRecorderTest {

    private static final Instant ARRIVAL = Instant.parse("2026-03-01T08:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    @ParameterizedTest
    @EnumSource
    void what_is_kept_is_what_follows_from_all_events_whatever_their_order(MigratedDatabase database)
            throws SQLException {
        try (OneConnection connection = new OneConnection(database.open("recorder"));
                LocalPersistence persistence = new LocalPersistence(connection)) {
            int looked = 0;
            for (long seed = 1; seed <= 25; seed++) {
                looked += new Telling(seed, connection, persistence).tell();
            }
            assertThat(looked).as("pieces told").isGreaterThan(200);
        }
    }

    /** Three conversations that are told at once. */
    private static final class Telling {

        private final long seed;
        private final Random random;
        private final OneConnection connection;
        private final LocalPersistence persistence;
        private final RecordedRows tables;
        private final Map<String, WholeConversation> expected = new HashMap<>();
        private final Map<String, Sight> before = new HashMap<>();
        private Settings settings;
        private Instant now = ARRIVAL;

        Telling(long seed, OneConnection connection, LocalPersistence persistence) {
            this.seed = seed;
            this.random = new Random(seed);
            this.connection = connection;
            this.persistence = persistence;
            this.tables = new RecordedRows(connection);
            this.settings = settings("PT72H");
        }

        private static Settings settings(String window) {
            Map<String, String> configured =
                    Map.of("answerloop.reporting.zone", ZONE.getId(), "answerloop.resolution.window", window);
            return new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(configured.keySet());
        }

        /** @return in how many pieces */
        int tell() {
            RandomEvents events = new RandomEvents(random, 24 + random.nextInt(900), 4 + random.nextInt(40));
            int pieces = 2 + random.nextInt(25);
            for (int piece = 0; piece < pieces; piece++) {
                if (random.nextInt(12) == 0) {
                    settings = settings(random.nextBoolean() ? "PT72H" : "PT20H");
                }
                now = random.nextInt(4) == 0 ? now.minusSeconds(60) : now.plusSeconds(900);
                List<Told> told = events.take(1 + random.nextInt(random.nextBoolean() ? 3 : 25)).stream()
                        .map(event -> new Told(new ConversationKey("s" + seed, "c" + random.nextInt(3)), event))
                        .toList();
                tell(told, "seed " + seed + ", piece " + piece);
                if (random.nextInt(10) == 0) {
                    decide("c" + random.nextInt(3));
                }
                if (random.nextInt(8) == 0) {
                    leaveAsBeforeTheUpdate("c" + random.nextInt(3));
                }
            }
            return pieces;
        }

        /** As a conversation stands after the migration that brought what is kept of its replies. */
        private void leaveAsBeforeTheUpdate(String id) {
            new Sql()
                    .add(
                            "update conversation set first_reply_at = null, first_reply_named = false, named_reply_at = null,")
                    .add("named_reply_agent_id = null, named_reply_agent_name = null, reply_chain_end_at = null,")
                    .add("replies_certain = false, version = version + 1")
                    .add("where source = ? and external_id = ?", "s" + seed, id)
                    .update(connection);
        }

        private void tell(List<Told> told, String what) {
            new Sql().add("delete from stale_span").update(connection);
            List<Recorded> recorded = persistence.in(entityManager -> new ConversationRecorder(
                            entityManager,
                            new ConversationTables(connection),
                            settings,
                            new StaleFiguresInDatabase(new RollupTables(connection), settings),
                            conversations -> {},
                            replies -> {})
                    .record(told, now));

            Map<String, Long> ids = new HashMap<>();
            Map<String, List<ConversationEvent>> byConversation = new HashMap<>();
            Map<String, List<Boolean>> late = new HashMap<>();
            for (int i = 0; i < told.size(); i++) {
                String id = told.get(i).conversation().externalId();
                ids.put(id, recorded.get(i).conversationId());
                byConversation
                        .computeIfAbsent(id, c -> new ArrayList<>())
                        .add(told.get(i).event());
                late.computeIfAbsent(id, c -> new ArrayList<>())
                        .add(recorded.get(i).late());
            }
            Set<LocalDate> changed = new TreeSet<>();
            ResolutionPolicy policy = new ResolutionPolicy(settings.window());
            Duration grace = settings.evaluationGrace();
            ids.forEach((id, number) -> {
                WholeConversation whole = expected.computeIfAbsent(id, c -> new WholeConversation());
                assertThat(late.get(id)).as(what).isEqualTo(whole.take(byConversation.get(id), now));
                Sight sight = whole.sight(policy, grace);
                assertThat(tables.row(number)).as(what + ", " + id).isEqualTo(sight.row());
                assertThat(tables.rows(number)).as(what + ", " + id).isEqualTo(sight.rows());
                assertThat(tables.dueAt(number)).as(what + ", " + id).isEqualTo(sight.dueAt());
                assertThat(tables.isCertain(number)).as(what + ", " + id).isTrue();
                changed.addAll(days(WholeConversation.changed(before.put(id, sight), sight)));
            });
            // Feedback that comes with the word that it does not count may make its day stale, too.
            Set<LocalDate> stale = staleDays();
            assertThat(stale).as(what).containsAll(changed);
            stale.removeAll(daysOfFeedback(told));
            assertThat(changed).as(what).containsAll(stale);
        }

        private static Set<LocalDate> days(Set<Instant> moments) {
            return moments.stream()
                    .map(moment -> LocalDate.ofInstant(moment, ZONE))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static Set<LocalDate> daysOfFeedback(List<Told> told) {
            return days(told.stream()
                    .map(Told::event)
                    .filter(FeedbackGiven.class::isInstance)
                    .map(given -> given.stamp().at())
                    .collect(Collectors.toSet()));
        }

        private Set<LocalDate> staleDays() {
            return days(new TreeSet<>(
                    new Sql().add("select starts from stale_span").list(connection, row -> Sql.moment(row, "starts"))));
        }

        /** As the evaluation does, which leaves everything else of the row as it is. */
        private void decide(String id) {
            WholeConversation whole = expected.get(id);
            ResolutionPolicy policy = new ResolutionPolicy(settings.window());
            if (whole == null || whole.isDecided()) {
                return;
            }
            policy.deadline(whole.facts()).ifPresent(deadline -> {
                new Sql()
                        .add("update conversation set version = version + 1, due_at = null, outcome = 'RESOLVED',")
                        .add("deflected = true, verdict_deadline = ?, decided_at = ?", deadline, now)
                        .add("where source = ? and external_id = ?", "s" + seed, id)
                        .update(connection);
                whole.decide(deadline);
                before.put(id, whole.sight(policy, settings.evaluationGrace()));
            });
        }
    }
}
