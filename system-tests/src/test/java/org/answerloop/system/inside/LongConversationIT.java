package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.conversation.model.ConversationState;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.resolution.application.EvaluateDueConversations;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** A conversation that does not end: it is taken in, shown, evaluated and redacted like any other. */
@ExtendWith(ArquillianExtension.class)
class LongConversationIT {

    private static final String SOURCE = "/tests/long";
    private static final int MESSAGES = 10_000;
    private static final int RATINGS = 1_500;
    private static final int REQUEST = 5_000;

    @EJB
    private EventIntake intake;

    @EJB
    private EvaluateDueConversations evaluation;

    @EJB
    private ConversationReader conversations;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void ten_thousand_messages_are_taken_in_shown_evaluated_and_redacted() {
        Instant beginning = clock.instant().minus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            String author = i % 2 == 0 ? "visitor" : "customer_agent";
            String sources = i % 2 == 0 ? "" : ",\"sources\":[{\"type\":\"article\",\"title\":\"Parcels\"}]";
            events.add(event(
                    "m" + i,
                    "message.posted",
                    beginning.plusSeconds(10L * i),
                    "\"messageId\":\"m" + i + "\",\"author\":{\"kind\":\"" + author + "\"},\"text\":\"secret " + i
                            + "\"" + sources));
        }
        take(events);
        Instant end = beginning.plusSeconds(10L * MESSAGES);
        take(IntStream.range(0, RATINGS)
                .mapToObj(i -> event(
                        "f" + i,
                        "feedback.given",
                        end.plusSeconds(i),
                        "\"rating\":\"" + (i == RATINGS - 1 ? "helpful" : "not_helpful") + "\""))
                .toList());

        ConversationView view = conversations.find(SOURCE, "endless").orElseThrow();
        assertThat(view.deadline()).isEqualTo(end.minusSeconds(10).plus(Duration.ofHours(72)));
        assertThat(shownMessages(view)).hasSize(MESSAGES);

        clock.advance(Duration.ofMinutes(11));
        evaluation.run();
        assertThat(conversations.find(SOURCE, "endless").orElseThrow().state()).isEqualTo(ConversationState.RESOLVED);

        take(List.of(event("r", "conversation.redacted", end.plusSeconds(RATINGS), "")));
        assertThat(new Rows(database)
                        .count(
                                "select count(*) from message m join conversation c on c.id = m.conversation_id"
                                        + " where c.source = ? and m.text is not null",
                                SOURCE))
                .isZero();
        assertThat(new Rows(database)
                        .count(
                                "select message_count from conversation where source = ? and external_id = ?",
                                SOURCE,
                                "endless"))
                .isEqualTo(MESSAGES);
    }

    /** Page by page, each of which has its bounds. */
    private Set<String> shownMessages(ConversationView first) {
        Set<String> shown = new HashSet<>();
        int entries = 0;
        ConversationView page = first;
        while (page != null) {
            assertThat(page.timeline()).hasSizeBetween(1, ConversationReader.LONGEST_PAGE);
            entries += page.timeline().size();
            page.timeline().stream()
                    .filter(MessageEntry.class::isInstance)
                    .forEach(entry -> shown.add(((MessageEntry) entry).messageId()));
            page = page.next() == null
                    ? null
                    : conversations
                            .find(SOURCE, "endless", page.next(), ConversationReader.LONGEST_PAGE)
                            .orElseThrow();
        }
        assertThat(entries).isEqualTo(MESSAGES + RATINGS);
        return shown;
    }

    private void take(List<String> events) {
        for (int from = 0; from < events.size(); from += REQUEST) {
            assertThat(intake.take(events.subList(from, Math.min(from + REQUEST, events.size())).stream()
                            .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                            .toList()))
                    .extracting(EventResult::status)
                    .containsOnly(EventResult.Status.ACCEPTED);
        }
    }

    private static String event(String id, String type, Instant at, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"" + SOURCE
                + "\",\"subject\":\"endless\",\"type\":\"" + type + "\",\"time\":\"" + at + "\",\"data\":{" + data
                + "}}";
    }
}
