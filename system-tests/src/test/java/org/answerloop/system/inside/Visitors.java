package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.answerloop.embedding.application.EmbeddingModel;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.gap.application.GroupingWorker;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;

import static org.answerloop.event.model.EventResult.Status.ACCEPTED;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Asks what cannot be answered, and sees which topics the questions come to. */
@Dependent
class Visitors {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** After so much silence of a server the turn to group is another's. */
    static final Duration LONGER_THAN_A_TURN = Duration.ofSeconds(30);

    private static final String SOURCE = "/tests/grouping";

    @Inject
    private EventIntake intake;

    @Inject
    private GroupingWorker worker;

    @Inject
    private EmbeddingModel model;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;
    private int conversations;

    /** What they ask is understood from the first question on. */
    @PostConstruct
    void come() {
        model.load();
        rows = new Rows(database);
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

    /** The topic of what was asked in the conversation, once it has one. */
    long topicOf(ConversationStory story) {
        assertThat(Eventually.within(PATIENCE, () -> !topicsOf(story).isEmpty()))
                .isTrue();
        return Long.parseLong(topicsOf(story).get(0));
    }

    private List<String> topicsOf(ConversationStory story) {
        return rows.of(
                "select q.topic_id from unanswered_question q join conversation c on c.id = q.conversation_id"
                        + " where c.external_id = ? and q.topic_id is not null",
                story.id());
    }

    boolean allHaveATopic() {
        return onceGrouped(() -> rows.count("select count(*) from unanswered_question"
                        + " where grouping_due is not null or (question is not null and topic_id is null)")
                == 0);
    }

    boolean nothingIsDue() {
        return onceGrouped(
                () -> rows.count("select count(*) from unanswered_question where grouping_due is not null") == 0);
    }

    /** Whether it comes true when this server groups; another one that a test left the turn is dead by now. */
    boolean onceGrouped(BooleanSupplier condition) {
        return Eventually.within(PATIENCE, () -> {
            clock.advance(LONGER_THAN_A_TURN);
            worker.wake();
            return condition.getAsBoolean();
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
