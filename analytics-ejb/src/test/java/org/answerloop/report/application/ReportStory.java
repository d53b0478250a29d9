package org.answerloop.report.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Conversations made up from a seed, with a liking for the moments at which figures go wrong: midnights of the reporting
 * zone and the microseconds around them.
 */
public final class ReportStory {

    /** The channel that is left out before anything is compared. */
    static final String EXCLUDED = "voice";

    private static final List<String> CHANNELS = List.of("chat", "email", "whatsapp", "voice");
    private static final List<String> LANGUAGES = List.of("en", "fr", "pt-BR");

    private final Random random;
    private final ZoneId zone;
    private final Instant now;
    final List<Told> conversations = new ArrayList<>();
    final List<Rated> feedback = new ArrayList<>();

    /** So many of them. */
    public ReportStory(long seed, ZoneId zone, Instant now, int count) {
        this.random = new Random(seed);
        this.zone = zone;
        this.now = now;
        for (int i = 1; i <= count; i++) {
            Told told = tell(i);
            conversations.add(told);
            for (int given = random.nextInt(3); given > 0; given--) {
                feedback.add(new Rated(feedback.size() + 1L, told, moment(), random.nextInt(3) > 0));
            }
        }
    }

    private Told tell(long id) {
        Instant began = moment();
        boolean handled = random.nextInt(10) > 0;
        Instant firstPart = random.nextBoolean() ? began : began.plusMillis(random.nextInt(90_000_000));
        Instant deadline = firstPart.plus(Duration.ofHours(72)).plusMillis(random.nextInt(90_000_000));
        boolean settled = handled && deadline.isBefore(now) && random.nextInt(20) > 0;
        boolean resolved = settled && random.nextInt(3) > 0;
        boolean named = random.nextInt(8) > 0;
        int agent = random.nextInt(2);
        boolean handedOff = handled && random.nextInt(3) == 0;
        boolean closed = random.nextInt(3) > 0;
        return new Told(
                id,
                pick(CHANNELS),
                random.nextInt(5) == 0 ? null : pick(LANGUAGES),
                handled && named ? "agent-" + agent : null,
                handled && named ? List.of("Aria", "Basil").get(agent) : null,
                began,
                handled ? firstPart : null,
                settled ? (resolved ? "RESOLVED" : "NOT_RESOLVED") : null,
                settled ? resolved || random.nextBoolean() : null,
                settled ? deadline : null,
                resolved ? duration() : null,
                handedOff ? pick(List.of("AGENT", "RULE", "MANUAL")) : null,
                random.nextBoolean() ? began.plusMillis(random.nextInt(5_000)) : null,
                closed ? closing(began) : null,
                random.nextInt(12) == 0,
                random.nextInt(12) == 0,
                random.nextInt(6) == 0 ? null : "Question " + id + "?");
    }

    /** Within sixteen weeks before now; one in three at a local midnight, or just beside it. */
    private Instant moment() {
        LocalDate date = LocalDate.ofInstant(now, zone).minusDays(random.nextInt(112));
        Instant midnight = date.atStartOfDay(zone).toInstant();
        Instant moment = random.nextInt(3) == 0
                ? midnight.plus(random.nextInt(3) - 1L, ChronoUnit.MICROS)
                : midnight.plusMillis(random.nextInt(86_400_000));
        return moment.isAfter(now) ? moment.minus(Duration.ofDays(1)) : moment;
    }

    /** Mostly some minutes; now and then nothing at all, or days. */
    private long duration() {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> random.nextInt(400_000_000);
            default -> random.nextInt(4_000_000);
        };
    }

    private Closed closing(Instant began) {
        boolean byTeammate = random.nextInt(3) > 0;
        int teammate = random.nextInt(4);
        Instant at = random.nextInt(9) == 0 ? began.minusMillis(7) : began.plusMillis(random.nextInt(200_000_000));
        return new Closed(
                at.isAfter(now) ? began : at,
                byTeammate ? "TEAMMATE" : pick(List.of("VISITOR", "CUSTOMER_AGENT")),
                byTeammate && teammate > 1 ? "mate-" + teammate : null,
                teammate > 0 ? "Mate " + teammate : null,
                random.nextInt(4) > 0);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Writes all of them. */
    public void write(DataSource dataSource) throws SQLException {
        write(dataSource, told -> true);
    }

    /** Writes those of the conversations, with all that belongs to them. */
    void write(DataSource dataSource, Predicate<Told> which) throws SQLException {
        List<Told> written = conversations.stream().filter(which).toList();
        List<Rated> given = feedback.stream()
                .filter(rated -> which.test(rated.conversation()))
                .toList();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            batch(connection, """
                    insert into conversation (version, source, redacted, earliest_event_at, last_arrival_at,
                      message_count, reply_count, id, external_id, channel, language, agent_id, agent_name, began_at,
                      first_part_at, outcome, deflected, verdict_deadline, resolution_millis, first_handoff_trigger,
                      first_handoff_at, assigned_at, closed_at, closed_by_kind, closed_by_id, closed_by_name,
                      ticket_closed, test, spam)
                    values (1, 'shop', false, current_timestamp, current_timestamp, 0, 0,
                      ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", written.stream().map(Told::columns).toList());
            batch(connection, """
                    insert into feedback (id, conversation_id, event_id, occurred_at, rating, late)
                    values (?, ?, 'f', ?, ?, false)""", given.stream().map(Rated::columns).toList());
            batch(
                    connection,
                    """
                    insert into message (id, conversation_id, external_id, event_id, first_event_id, occurred_at, stated_at, author_kind,
                      text, late)
                    values (?, ?, ?, 'm', 'm', ?, ?, ?, ?, false)""",
                    written.stream().flatMap(told -> told.messages().stream()).toList());
            connection.commit();
        }
    }

    /** Every moment at which figures count something of those conversations. */
    Set<Instant> moments(Predicate<Told> which) {
        Set<Instant> moments = new HashSet<>();
        conversations.stream().filter(which).forEach(told -> {
            moments.add(told.handled() ? told.firstPartAt() : told.beganAt());
            Stream.ofNullable(told.deadline()).forEach(moments::add);
            Stream.ofNullable(told.closing()).map(Closed::at).forEach(moments::add);
        });
        feedback.stream()
                .filter(given -> which.test(given.conversation()))
                .map(Rated::at)
                .forEach(moments::add);
        return moments;
    }

    private static void batch(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    Object value = row[i];
                    statement.setObject(
                            i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** A conversation as it stands in the table. */
    record Told(
            long id,
            String channel,
            String language,
            String agentId,
            String agentName,
            Instant beganAt,
            Instant firstPartAt,
            String outcome,
            Boolean deflected,
            Instant deadline,
            Long resolutionMillis,
            String handoffTrigger,
            Instant assignedAt,
            Closed closing,
            boolean test,
            boolean spam,
            String question) {

        boolean counts() {
            return !test && !spam && !channel.equals(EXCLUDED);
        }

        boolean handled() {
            return firstPartAt != null;
        }

        boolean settled() {
            return outcome != null;
        }

        boolean resolved() {
            return "RESOLVED".equals(outcome);
        }

        private Object[] columns() {
            return new Object[] {
                id,
                "c-" + id,
                channel,
                language,
                agentId,
                agentName,
                beganAt,
                firstPartAt,
                outcome,
                deflected,
                deadline,
                resolutionMillis,
                handoffTrigger,
                handoffTrigger == null ? null : firstPartAt,
                assignedAt,
                closing == null ? null : closing.at(),
                closing == null ? null : closing.byKind(),
                closing == null ? null : closing.byId(),
                closing == null ? null : closing.byName(),
                closing != null && closing.ticket(),
                test,
                spam
            };
        }

        /** The agent greets, then the visitor asks, and asks again. */
        private List<Object[]> messages() {
            return List.of(
                    message(3 * id, "greeting", beganAt, "CUSTOMER_AGENT", "Welcome"),
                    message(3 * id + 2, "first", beganAt.plusMillis(5), "VISITOR", question),
                    message(3 * id + 1, "second", beganAt.plusMillis(9), "VISITOR", "And another thing"));
        }

        private Object[] message(long messageId, String name, Instant at, String author, String text) {
            return new Object[] {messageId, id, name, at, at, author, text};
        }
    }

    /** The latest closing. */
    record Closed(Instant at, String byKind, String byId, String byName, boolean ticket) {}

    /** A submission of feedback. */
    record Rated(long id, Told conversation, Instant at, boolean helpful) {

        private Object[] columns() {
            return new Object[] {id, conversation.id(), at, helpful ? "HELPFUL" : "NOT_HELPFUL"};
        }
    }
}
