package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.answer.application.AnswerUses;
import org.answerloop.answer.model.AnswerUse;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A reply that cites a short answer is a use of it. */
@ExtendWith(ArquillianExtension.class)
class AnswerUsesIT {

    private static final String SOURCE = "/tests/uses";
    private static final Instant DAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final long ONE = 900_011;
    private static final long OTHER = 900_012;

    @EJB
    private EventIntake intake;

    @EJB
    private AnswerUses uses;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;

    @BeforeEach
    void twoAnswers() {
        rows = new Rows(database);
        for (long id : List.of(ONE, OTHER)) {
            rows.change("delete from answer_use where answer_id = " + id);
            rows.change("delete from short_answer where id = " + id);
            rows.change(
                    "insert into short_answer (id, version, revision, question, answer, language, state, owner, created_at,"
                            + " created_by, changed_at, changed_by) values (" + id
                            + ", 1, 1, 'What?', 'That.', 'en', 'DRAFT', 'edgar',"
                            + " current_timestamp, 'edgar', current_timestamp, 'edgar')");
        }
    }

    @Test
    void every_reply_that_cites_an_answer_is_a_use_and_nothing_else_is() {
        ConversationStory story = aConversation(SOURCE, "several", DAY)
                .startsOn("web", "en")
                .visitorSays("What is that?")
                .citingAnswer(ONE)
                .agentReplies("That.")
                .citingAnswer(ONE)
                .citingAnswer(ONE)
                .citing("An article")
                .agentReplies("And that.")
                .citingAnswer(ONE)
                .citingAnswer(OTHER)
                .citingAnswer(900_999)
                .teammateSays("Solène", "Indeed.")
                .citingAnswer(OTHER);
        take(story.events());
        take(aConversation(SOURCE, "another", DAY)
                .agentReplies("That.")
                .citingAnswer(ONE)
                .events());
        take(aConversation(SOURCE, "a test", DAY)
                .agentReplies("That.")
                .citingAnswer(ONE)
                .isFlagged("test")
                .events());

        assertThat(use(ONE).replies()).isEqualTo(3);
        assertThat(use(ONE).conversations()).isEqualTo(2);
        assertThat(use(OTHER)).satisfies(used -> {
            assertThat(used.replies()).isEqualTo(1);
            assertThat(used.lastAt()).isEqualTo(DAY.plus(Duration.ofMinutes(4)));
        });
        assertThat(use(900_999)).isEqualTo(AnswerUse.NONE);
        assertThat(rows.count("select count(*) from answer_use where answer_id = 900999"))
                .isZero();
        assertThatThrownBy(() -> uses.of(List.of(ONE))).isInstanceOf(EJBAccessException.class);
    }

    @RepeatedTest(6)
    void the_order_makes_no_difference_nor_does_it_that_something_comes_twice(RepetitionInfo round) {
        // Every round runs all of them again here in the server.
        String id = "order-" + round.getCurrentRepetition() + "-" + System.nanoTime();
        List<String> events = new ArrayList<>(List.of(
                posted(id, 1, "customer_agent", ""),
                posted(id, 5, "customer_agent", cites(ONE)),
                posted(id, 9, "customer_agent", cites(OTHER)),
                posted(id, 3, "customer_agent", cites(ONE) + "," + cites(OTHER)),
                event(id, 12, "conversation.redacted", "{}")));
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(round.getCurrentRepetition()));

        events.forEach(event -> take(List.of(event)));

        assertThat(use(ONE)).isEqualTo(AnswerUse.NONE);
        assertThat(use(OTHER)).isEqualTo(new AnswerUse(1, 1, DAY.plus(Duration.ofMinutes(1))));
    }

    @Test
    void what_turns_out_not_to_be_a_reply_is_no_use() {
        take(List.of(posted("whose", 5, "customer_agent", cites(ONE))));
        assertThat(use(ONE).replies()).isEqualTo(1);

        take(List.of(posted("whose", 2, "teammate", cites(ONE))));
        assertThat(use(ONE)).isEqualTo(AnswerUse.NONE);
    }

    private static String cites(long answer) {
        return "{\"type\":\"short_answer\",\"id\":\"" + answer + "\"}";
    }

    /** The same message, stated again. */
    private static String posted(String conversation, int minute, String author, String sources) {
        return event(
                conversation,
                minute,
                "message.posted",
                "{\"messageId\":\"m\",\"author\":{\"kind\":\"" + author + "\"},\"text\":\"That.\",\"sources\":["
                        + sources + "]}");
    }

    private static String event(String conversation, int minute, String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + conversation + "-" + minute + "\",\"source\":\"" + SOURCE
                + "\",\"subject\":\"" + conversation + "\",\"type\":\"" + type + "\",\"time\":\""
                + DAY.plus(Duration.ofMinutes(minute)) + "\",\"data\":" + data + "}";
    }

    private void take(List<String> events) {
        List<EventDocument> documents = events.stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(intake.take(documents)).noneMatch(result -> result.status() == EventResult.Status.REJECTED);
    }

    private AnswerUse use(long answer) {
        return DemoUser.does("vera", request, () -> uses.of(List.of(answer)).getOrDefault(answer, AnswerUse.NONE));
    }
}
