package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;

import static org.answerloop.event.model.EventResult.Status.ACCEPTED;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Asks what cannot be answered, and sees which topics the questions come to. */
final class Visitors {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String SOURCE = "/tests/grouping";

    private final EventIntake intake;
    private final AdjustableClock clock;
    private final Rows rows;
    private int conversations;

    Visitors(EventIntake intake, AdjustableClock clock, DataSource database) {
        this.intake = intake;
        this.clock = clock;
        this.rows = new Rows(database);
    }

    /** Each in a conversation of its own. */
    List<Long> ask(String language, List<String> questions) {
        List<Long> asked = new ArrayList<>();
        for (String question : questions) {
            ConversationStory story = story(language).couldNotBeAnswered(question);
            take(story);
            asked.add(id(story));
        }
        return asked;
    }

    ConversationStory story(String language) {
        ConversationStory story = aConversation(
                SOURCE,
                System.nanoTime() + "-" + conversations++,
                clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2)));
        return language == null ? story : story.startsOn("web", language);
    }

    void take(ConversationStory story) {
        List<EventResult> results = intake.take(story.events().stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
        assertThat(results).extracting(EventResult::status).contains(ACCEPTED);
    }

    long id(ConversationStory story) {
        return rows.count(
                "select q.id from unanswered_question q join conversation c on c.id = q.conversation_id"
                        + " where c.external_id = ?",
                story.id());
    }

    boolean allHaveATopic() {
        return Eventually.within(
                PATIENCE,
                () -> rows.count("select count(*) from unanswered_question"
                                        + " where question is not null and topic_id is null")
                                == 0
                        && nothingIsDue());
    }

    boolean nothingIsDue() {
        return Eventually.within(PATIENCE, () -> {
            // A turn that a test left behind ends.
            clock.advance(Duration.ofSeconds(1));
            return rows.count("select count(*) from unanswered_question where grouping_due is not null") == 0;
        });
    }

    boolean areOneTopic(List<Long> questions) {
        Map<Long, Long> topics = topics();
        return questions.stream().map(topics::get).distinct().count() == 1;
    }

    long topic(long question) {
        return topics().get(question);
    }

    /** The topic of each question that has one. */
    Map<Long, Long> topics() {
        Map<Long, Long> topics = new HashMap<>();
        for (String pair : rows.of("select concat(id, ' ', topic_id) from unanswered_question where topic_id > 0")) {
            String[] both = pair.split(" ");
            topics.put(Long.valueOf(both[0]), Long.valueOf(both[1]));
        }
        return topics;
    }
}
