package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.event.model.EventResult.Status.ACCEPTED;
import static org.answerloop.event.model.EventResult.Status.DUPLICATE;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Eight senders bring the same events of the same new conversations at the same moment, each in another order. */
@ExtendWith(ArquillianExtension.class)
class SameEventsAtOnceIT {

    private static final String SOURCE = "/tests/same-at-once";
    private static final int SENDERS = 8;
    private static final int CONVERSATIONS = 30;
    private static final int AT_ONCE = 40;

    @EJB
    private EventIntake intake;

    @EJB
    private AtOnce atOnce;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void each_event_is_accepted_once_and_nothing_is_logged_as_a_failure() throws Exception {
        List<String> events = IntStream.range(0, CONVERSATIONS)
                .mapToObj(
                        i -> aConversation(SOURCE, "same-" + i, clock.instant().minus(Duration.ofHours(2)))
                                .startsOn("web", "en")
                                .visitorSays("Where is my parcel?")
                                .agentReplies("It left our house on Monday.")
                                .citing("Delivery times")
                                .events())
                .flatMap(List::stream)
                .toList();
        Map<String, Integer> accepted = new HashMap<>();
        Complaints complaints = new Complaints();
        Logger.getLogger("").addHandler(complaints);
        try {
            List<Future<List<EventResult>>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                List<String> shuffled = new ArrayList<>(events);
                Collections.shuffle(shuffled, new Random(sender));
                senders.add(atOnce.call(() -> send(shuffled)));
            }
            for (Future<List<EventResult>> sender : senders) {
                List<EventResult> results = sender.get();
                assertThat(results)
                        .hasSize(events.size())
                        .extracting(EventResult::status)
                        .isSubsetOf(ACCEPTED, DUPLICATE);
                results.stream()
                        .filter(result -> result.status() == ACCEPTED)
                        .forEach(result -> accepted.merge(result.id(), 1, Integer::sum));
            }
        } finally {
            Logger.getLogger("").removeHandler(complaints);
        }

        assertThat(accepted)
                .hasSize(events.size())
                .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
        assertThat(new Rows(database).count("select count(*) from inbox_event where source = ?", SOURCE))
                .isEqualTo(events.size());
        assertThat(new Rows(database)
                        .count(
                                "select count(*) from message m join conversation c on c.id = m.conversation_id where c.source = ?",
                                SOURCE))
                .isEqualTo(2L * CONVERSATIONS);
        assertThat(new Rows(database).count("select count(*) from arriving_conversation"))
                .isZero();
        assertThat(complaints.heard).isEmpty();
    }

    private List<EventResult> send(List<String> events) {
        List<EventResult> results = new ArrayList<>();
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            results.addAll(intake.take(events.subList(from, Math.min(from + AT_ONCE, events.size())).stream()
                    .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                    .toList()));
        }
        return results;
    }

    /** What is logged as a warning or worse, or with a stack trace. */
    private static final class Complaints extends Handler {

        private final Queue<String> heard = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue() || record.getThrown() != null) {
                heard.add(record.getLevel() + " " + record.getLoggerName() + " " + record.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
