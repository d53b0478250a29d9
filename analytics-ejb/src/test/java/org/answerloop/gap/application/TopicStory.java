package org.answerloop.gap.application;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;

import org.answerloop.gap.model.TopicState;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.Figures;
import org.answerloop.report.infrastructure.RollupReportSource;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;

import static org.assertj.core.api.Assertions.assertThat;

/** Topics of all states, with questions that were asked in conversations of two channels and three customer agents. */
final class TopicStory {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final Instant BEGAN = Instant.parse("2026-10-01T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZONE);
    static final int CONVERSATIONS = 80;
    private static final int QUESTIONS = 300;
    static final int TOPICS = 16;
    private static final int ALL_DISMISSED = 15;

    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Map<String, String> CONFIGURED =
            Map.of("answerloop.reporting.zone", ZONE.getId(), "answerloop.week.start", "MONDAY");
    static final Settings SETTINGS =
            new SettingsReader(name -> Optional.ofNullable(CONFIGURED.get(name))).read(CONFIGURED.keySet());

    private final Random random = new Random(20_261_123);
    private final List<Asked> asked = new ArrayList<>();

    /** Writes them, and has all wait to be counted. */
    Topics tell(DataSource dataSource) {
        for (int i = 1; i <= QUESTIONS; i++) {
            long topic = 1L + random.nextInt(TOPICS);
            asked.add(new Asked(
                    i,
                    1L + random.nextInt(CONVERSATIONS),
                    BEGAN.plus(Duration.ofHours(5L * (i / 2))),
                    topic,
                    topic == ALL_DISMISSED || random.nextInt(5) == 0));
        }
        for (long id = 1; id <= CONVERSATIONS; id++) {
            change(
                    dataSource,
                    """
                    insert into conversation (version, source, ticket_closed, redacted, began_at,
                      earliest_event_at, last_arrival_at, message_count, reply_count, id, external_id, channel,
                      agent_id, outcome, test, spam, first_part_at)
                    values (1, 'shop', false, false, current_timestamp, current_timestamp, current_timestamp, 0, 0,
                      ?, ?, ?, ?, ?, ?, ?, ?)""",
                    id,
                    "c-" + id,
                    channel(id),
                    agent(id),
                    outcome(id),
                    id % 11 == 0,
                    id % 12 == 0,
                    firstPart(id));
        }
        for (long id = 1; id <= TOPICS; id++) {
            change(
                    dataSource,
                    "insert into topic (id, language, title, phrases, created_at, state, snoozed_until)"
                            + " values (?, ?, ?, '', ?, ?, ?)",
                    id,
                    language(id),
                    title(id),
                    BEGAN,
                    state(id).name(),
                    snoozedUntil(id));
        }
        for (Asked one : asked) {
            change(dataSource, """
                    insert into unanswered_question (id, conversation_id, event_id, asked_at, question,
                      question_key, topic_id, dismissed_at, dismissed_by, dismissal_reason)
                    values (?, ?, 'e', ?, '<b>Why?</b>', 'k', ?, cast(? as timestamp with time zone), 'edgar', '=1+1')""", one.id(), one.conversation(), one.at(), one.topic(), one.dismissed() ? NOW : null);
        }
        new TopicCounts(dataSource).haveCounted(asked.stream().map(Asked::topic).toList());
        return topics(dataSource);
    }

    static Topics topics(DataSource dataSource) {
        return new Topics(dataSource, figures(dataSource), new ReportCalendar(ZONE, DayOfWeek.MONDAY), CLOCK);
    }

    static Figures figures(DataSource dataSource) {
        return new Figures(new RollupReportSource(dataSource, SETTINGS), SETTINGS, CLOCK);
    }

    static void countAll(DataSource dataSource) {
        CountStaleTopics stale = new CountStaleTopics(dataSource, new TopicCounts(dataSource));
        assertThat(stale.findTopics()).isFalse();
        assertThat(stale.count(0)).isZero();
        assertThat(new Sql().add("select id from stale_topic").list(dataSource, row -> row.getLong(1)))
                .isEmpty();
    }

    static Instant day(int day) {
        return BEGAN.plus(Duration.ofDays(day));
    }

    List<Asked> asked() {
        return asked;
    }

    static Instant firstPart(long conversation) {
        return BEGAN.plus(Duration.ofHours(16 * conversation));
    }

    static String title(long topic) {
        return "Topic " + topic;
    }

    static String language(long topic) {
        return topic % 3 == 0 ? "fr" : "en";
    }

    static TopicState state(long topic) {
        return TopicState.values()[topic % 5 == 0 || topic > TOPICS - 3 ? 0 : (int) topic % 4];
    }

    static LocalDate snoozedUntil(long topic) {
        return topic % 5 == 0 ? TODAY.plusDays(topic / 5 - 1) : null;
    }

    static String channel(long conversation) {
        return conversation % 2 == 0 ? "chat" : "mail";
    }

    static String agent(long conversation) {
        return "a-" + conversation % 3;
    }

    static String outcome(long conversation) {
        return conversation % 4 == 0 ? null : conversation % 4 == 1 ? "RESOLVED" : "NOT_RESOLVED";
    }

    static void change(DataSource dataSource, String sql, Object... values) {
        new Sql().add(sql, values).update(dataSource);
    }

    record Asked(long id, long conversation, Instant at, long topic, boolean dismissed) {}
}
