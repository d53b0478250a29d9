package org.answerloop.system.inside;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.connection.application.ReconcileConnection;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.SecretBox;
import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.application.TimelineEntry;
import org.answerloop.system.story.PretendedChatwoot;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What webhooks have missed is asked for, by every server that likes to and once all the same. */
@ExtendWith(ArquillianExtension.class)
class ReconciliationIT {

    private static final String LIST =
            "/conversations?status=all&assignee_type=all&sort_by=last_activity_at_desc&page=";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @EJB
    private ReconcileConnection reconcile;

    @EJB
    private ConversationReader conversations;

    @Inject
    private SecretBox box;

    @Inject
    private Clock clock;

    private PretendedChatwoot chatwoot;
    private Instant now;

    @BeforeEach
    void start() {
        chatwoot = PretendedChatwoot.start();
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @AfterEach
    void close() {
        chatwoot.close();
    }

    @Test
    void what_webhooks_missed_is_found_once_and_what_they_brought_is_left_alone() throws Exception {
        Desk desk = desk(-21, now.minusSeconds(86_400));
        for (int i = 0; i < 60; i++) {
            chatwoot.conversation(2100 + i, "pending", now.minusSeconds(7200 + i));
            chatwoot.visitorWrites(21_000 + i, 2100 + i, "Question " + i, now.minusSeconds(7000 + i));
        }
        for (int i = 0; i < 45; i++) {
            chatwoot.botReplies(21_100 + i, 2100, "Reply " + i, now.minusSeconds(6000 - i));
        }
        chatwoot.conversation(2101, "resolved", now.minusSeconds(7201));
        chatwoot.notes(21_200, 2101, "Conversation was marked resolved", now.minusSeconds(5000));
        chatwoot.visitorRates(21_300, 2101, 1, now.minusSeconds(4000));
        chatwoot.visitorWrites(21_301, 2102, "This very moment", now);
        desk.sends("d-21", webhook(2103, 21_003, now.minusSeconds(7003)), Desk.SECRET, clock.instant());
        assertThat(desk.hasDelivered("d-21", "DONE 1 ")).isTrue();

        begin(desk);

        assertThat(theLastRunOf(desk)).isEqualTo("60 166");
        assertThat(conversations.find(Desk.SOURCE, "2100").orElseThrow().timeline())
                .filteredOn(TimelineEntry.MessageEntry.class::isInstance)
                .hasSize(46);
        assertThat(conversations
                        .find(Desk.SOURCE, "2102")
                        .orElseThrow()
                        .timeline()
                        .toString())
                .doesNotContain("This very moment");
        assertThat(events("2101"))
                .containsExactly(
                        "conversation.started conversation-2101-created",
                        "message.posted message-21001",
                        "conversation.closed conversation-2101-resolved-"
                                + now.minusSeconds(5000).toEpochMilli(),
                        "feedback.given message-21300-rating-");
        assertThat(chatwoot.asked()).containsOnlyOnce(LIST + 1, LIST + 2, LIST + 3, LIST + 4);

        long stored = new Rows(database).count("select count(*) from inbox_event where source = ?", Desk.SOURCE);
        desk.execute("update reconciliation set reached_at = reached_at - interval '1' day, due_at = current_timestamp"
                + " where connection_id = -21");
        begin(desk);
        assertThat(desk.isOnce(
                        "select last_compared || ' ' || last_found from reconciliation where connection_id = ?",
                        desk.id(),
                        "60 0"::equals))
                .isTrue();
        assertThat(new Rows(database).count("select count(*) from inbox_event where source = ?", Desk.SOURCE))
                .isEqualTo(stored);
        assertThat(new Rows(database).count("select count(*) from quarantined_event where source = ?", Desk.SOURCE))
                .as("told twice is no conflict")
                .isZero();
    }

    @Test
    void whoever_comes_after_a_killed_server_goes_on_at_its_page() throws Exception {
        for (int i = 0; i < 30; i++) {
            chatwoot.conversation(2200 + i, "pending", now.minusSeconds(3600 + i));
        }
        Desk desk = desk(-22, now.minusSeconds(86_400));
        desk.execute("update reconciliation set until_at = timestamp with time zone '" + now
                + "', page = 2, compared = 25, found = 25, due_at = current_timestamp where connection_id = -22");

        begin(desk);

        assertThat(theLastRunOf(desk)).isEqualTo("30 30");
        assertThat(chatwoot.asked()).contains(LIST + 2).doesNotContain(LIST + 1);
    }

    @Test
    void who_asks_at_the_same_time_asks_for_nothing_twice() throws Exception {
        for (int i = 0; i < 30; i++) {
            chatwoot.conversation(2300 + i, "pending", now.minusSeconds(3600 + i));
        }
        Desk desk = desk(-23, now.minusSeconds(86_400));

        List<Thread> servers = List.of(
                new Thread(() -> reconcile.run(desk.id())),
                new Thread(() -> reconcile.run(desk.id())),
                new Thread(() -> reconcile.run(desk.id())));
        servers.forEach(Thread::start);
        for (Thread server : servers) {
            server.join();
        }
        begin(desk);

        assertThat(theLastRunOf(desk)).isEqualTo("30 30");
        assertThat(chatwoot.asked()).doesNotHaveDuplicates();
    }

    @Test
    void a_refusal_is_written_down_and_what_was_missed_is_found_later() throws Exception {
        chatwoot.conversation(2400, "pending", now.minusSeconds(3600));
        Desk desk = desk(-24, now.minusSeconds(86_400)).askedAt(chatwoot.port(), "/api/v1/accounts/1", "wrong-token");

        begin(desk);
        assertThat(desk.isOnce(
                        "select fault from reconciliation where connection_id = ?", desk.id(), "UNANSWERED"::equals))
                .isTrue();
        assertThat(conversations.find(Desk.SOURCE, "2400")).isEmpty();

        desk.askedAt(chatwoot.port(), "/api/v1/accounts/1", PretendedChatwoot.TOKEN);
        desk.execute("update reconciliation set due_at = current_timestamp where connection_id = -24");
        begin(desk);

        assertThat(theLastRunOf(desk)).isEqualTo("1 1");
        assertThat(desk.first("select coalesce(fault, 'none') from reconciliation where connection_id = ?", desk.id()))
                .isEqualTo("none");
    }

    private Desk desk(long id, Instant since) {
        Desk desk = Desk.open(id, Platform.CHATWOOT, database, box)
                .askedAt(chatwoot.port(), "/api/v1/accounts/1", PretendedChatwoot.TOKEN);
        desk.execute(
                "insert into reconciliation (connection_id, version, due_at, reached_at, stage, page, compared, found,"
                        + " last_compared, last_found, attempts) values (" + id
                        + ", 1, current_timestamp, timestamp with time zone '"
                        + since + "', 'CONVERSATIONS', 1, 0, 0, 0, 0, 0)");
        return desk;
    }

    /** The timer may have been first. */
    private void begin(Desk desk) {
        reconcile.run(desk.id());
    }

    private String theLastRunOf(Desk desk) throws InterruptedException {
        assertThat(desk.isOnce(
                        "select case when finished_at is null then 'under way' else 'over' end from reconciliation"
                                + " where connection_id = ?",
                        desk.id(),
                        "over"::equals))
                .isTrue();
        return desk.first(
                "select last_compared || ' ' || last_found from reconciliation where connection_id = ?", desk.id());
    }

    private List<String> events(String conversation) {
        return new Rows(database).of("""
                select e.type || ' ' || case when e.event_id like '%-rating-%'
                                             then substring(e.event_id from 1 for 21) else e.event_id end
                  from inbox_event e join conversation c on c.id = e.conversation_id
                 where c.source = ? and c.external_id = ? order by e.occurred_at""", Desk.SOURCE, conversation);
    }

    private static String webhook(int conversation, int message, Instant at) {
        return """
                {"event": "message_created", "id": %d, "content": "Question 3, in other words", "message_type": "incoming",
                 "private": false, "created_at": "%s", "sender": {"id": 7, "name": "Vera"},
                 "conversation": {"id": %d, "status": "pending"}}""".formatted(message, at, conversation);
    }
}
