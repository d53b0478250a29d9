package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.embedding.application.EmbeddingModel;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.gap.application.GroupQuestions;
import org.answerloop.gap.application.GroupingTables;
import org.answerloop.gap.application.GroupingTurns;
import org.answerloop.pace.Rest;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.event.model.EventResult.Status.ACCEPTED;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Questions come to their topics behind the scenes; the server's own worker is at work beside the test. */
@ExtendWith(ArquillianExtension.class)
class GroupingIT {

    private static final String SOURCE = "/tests/grouping";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGER_THAN_A_TURN = Duration.ofSeconds(30);
    private static final List<String> BICYCLES = List.of(
            "Can I take my bicycle on board?",
            "Is it allowed to bring a bike on the ferry?",
            "May I bring my bicycle with me on board?",
            "Do you allow bikes on board the ferry?");
    private static final List<String> REFUNDS = List.of(
            "When will I get my refund?",
            "I am still waiting for my refund",
            "How long does a refund take to arrive?",
            "Where is my refund? It has not arrived");

    @EJB
    private EventIntake intake;

    @EJB
    private GroupingTurns turns;

    @EJB
    private GroupingTables tables;

    @EJB
    private EmbeddingModel model;

    @Inject
    private Rest rest;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private int conversations;

    @Deployment
    static EnterpriseArchive answerloop() {
        return AnswerloopEar.with(GroupingIT.class, Rows.class, Eventually.class);
    }

    @BeforeEach
    void load() {
        model.load();
    }

    @Test
    void questions_that_ask_the_same_come_to_one_topic_however_often_they_are_asked() {
        List<Long> bicycles = new ArrayList<>();
        List<Long> refunds = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            bicycles.addAll(ask("en", BICYCLES));
            refunds.addAll(ask("en-GB", REFUNDS));
        }

        assertThat(allHaveATopic()).isTrue();
        // Only together do they show what they have in common: they are grouped anew when no more come.
        assertThat(Eventually.within(PATIENCE, () -> areOneTopic(bicycles) && areOneTopic(refunds)))
                .isTrue();
        Map<Long, Long> topics = topics();
        assertThat(topics.get(bicycles.get(0))).isNotEqualTo(topics.get(refunds.get(0)));
        assertThat(rows().of("select title from topic where id = ?", topics.get(bicycles.get(0))))
                .isSubsetOf(BICYCLES);
    }

    @Test
    void a_question_goes_to_the_topics_of_the_language_that_becomes_known_later() {
        String asked = "Combien coûte la traversée pour un camping-car ?";
        ConversationStory known = story("fr").couldNotBeAnswered(asked);
        take(known);
        ConversationStory late = story(null).couldNotBeAnswered(asked);
        take(late);
        assertThat(allHaveATopic()).isTrue();
        long unknown = topics().get(id(late));
        assertThat(languageOf(id(late))).isEqualTo("und");

        take(late.startsOn("web", "fr-CA"));

        assertThat(allHaveATopic()).isTrue();
        assertThat(languageOf(id(late))).isEqualTo("fr");
        assertThat(topics().get(id(late))).isEqualTo(topics().get(id(known)));
        assertThat(rows().count("select successor_id from topic where id = ?", unknown))
                .isEqualTo(topics().get(id(known)));
        assertThat(rows().count("select count(*) from question_vector where question_id = ?", id(late)))
                .isEqualTo(1);
    }

    @Test
    void languages_have_topics_of_their_own() {
        List<Long> english = ask("en", List.of("Where is my luggage"));
        List<Long> french = ask("fr", List.of("Where is my luggage"));
        List<Long> unknown = ask(null, List.of("Where is my luggage"));

        assertThat(allHaveATopic()).isTrue();
        Map<Long, Long> topics = topics();
        assertThat(List.of(english.get(0), french.get(0), unknown.get(0)))
                .extracting(question -> rows().of("select language from topic where id = ?", topics.get(question))
                        .get(0))
                .containsExactly("en", "fr", "und");
    }

    @Test
    void two_servers_at_once_put_each_question_into_one_topic() {
        GroupQuestions one = server("one");
        GroupQuestions other = server("other");
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> runSeveralTimes(one));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> runSeveralTimes(other));
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            asked.addAll(ask("en", BICYCLES));
            asked.addAll(ask("en", REFUNDS));
        }
        CompletableFuture.allOf(first, second).join();

        assertThat(allHaveATopic()).isTrue();
        assertThat(topics()).containsKeys(asked.toArray(new Long[0]));
        assertThat(
                        rows().count(
                                        "select count(*) from unanswered_question q"
                                                + " where q.topic_id is not null and not exists (select 1 from topic t where t.id = q.topic_id)"))
                .isZero();
        assertThat(rows().count("select count(*) from question_vector v"
                        + " where not exists (select 1 from unanswered_question q where q.id = v.question_id)"))
                .isZero();
    }

    @Test
    void a_server_that_takes_over_goes_on_where_the_other_was_killed() {
        List<Long> bicycles = ask("en", BICYCLES);
        assertThat(allHaveATopic()).isTrue();
        Map<Long, Long> before = topics();

        // Whoever has the turn is silent for too long.
        GroupQuestions successor = server("successor");
        ask("en", REFUNDS);
        clock.advance(LONGER_THAN_A_TURN);
        successor.run();
        List<Long> more = ask("en", BICYCLES);
        assertThat(allHaveATopic()).isTrue();

        Map<Long, Long> after = topics();
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(more).allMatch(after::containsKey);
        assertThat(Eventually.within(PATIENCE, () -> {
                    Map<Long, Long> topics = topics();
                    return more.stream().allMatch(id -> topics.get(id).equals(topics.get(bicycles.get(0))));
                }))
                .isTrue();
    }

    @Test
    void nothing_is_left_of_what_a_redacted_question_meant() {
        String secret = "My name is Melusine Quark and my boat sank";
        ConversationStory story = story("en").couldNotBeAnswered(secret);
        take(story);
        assertThat(allHaveATopic()).isTrue();
        long question = id(story);
        assertThat(rows().of("select model from question_vector where question_id = ?", question))
                .hasSize(1);
        assertThat(rows().of("select title from topic")).contains(secret);

        take(story.isRedacted());

        assertThat(rows().of("select model from question_vector where question_id = ?", question))
                .isEmpty();
        assertThat(rows().of("select title from topic")).doesNotContain(secret);
        assertThat(rows().of("select phrases from topic")).noneMatch(phrases -> phrases.contains("quark"));
        assertThat(nothingIsDue()).isTrue();
        assertThat(rows().of("select title from topic")).doesNotContain(secret);
    }

    private boolean areOneTopic(List<Long> questions) {
        Map<Long, Long> topics = topics();
        return questions.stream().map(topics::get).distinct().count() == 1;
    }

    private String languageOf(long question) {
        return rows().of("select language from topic where id = ?", topics().get(question))
                .get(0);
    }

    private GroupQuestions server(String name) {
        return new GroupQuestions(name, turns, tables, model.embedder(), rest);
    }

    /** As a server does that is woken again and again, some of the times without the turn. */
    private void runSeveralTimes(GroupQuestions server) {
        for (int i = 0; i < 10; i++) {
            try {
                server.run();
            } catch (RuntimeException e) {
                assertThat(e).hasStackTraceContaining("LostTurn");
            }
            clock.advance(LONGER_THAN_A_TURN);
        }
    }

    private List<Long> ask(String language, List<String> questions) {
        List<Long> asked = new ArrayList<>();
        for (String question : questions) {
            ConversationStory story = story(language).couldNotBeAnswered(question);
            take(story);
            asked.add(id(story));
        }
        return asked;
    }

    private ConversationStory story(String language) {
        ConversationStory story = aConversation(
                SOURCE,
                System.nanoTime() + "-" + conversations++,
                clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2)));
        return language == null ? story : story.startsOn("web", language);
    }

    private void take(ConversationStory story) {
        List<EventResult> results = intake.take(story.events().stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
        assertThat(results).extracting(EventResult::status).contains(ACCEPTED);
    }

    private long id(ConversationStory story) {
        return rows().count(
                        "select q.id from unanswered_question q join conversation c on c.id = q.conversation_id"
                                + " where c.external_id = ?",
                        story.id());
    }

    private boolean allHaveATopic() {
        return Eventually.within(
                PATIENCE,
                () -> rows().count("select count(*) from unanswered_question"
                                        + " where question is not null and topic_id is null")
                                == 0
                        && nothingIsDue());
    }

    private boolean nothingIsDue() {
        return Eventually.within(PATIENCE, () -> {
            // A turn that a test left behind ends.
            clock.advance(Duration.ofSeconds(1));
            return rows().count("select count(*) from unanswered_question where grouping_due is not null") == 0;
        });
    }

    private Map<Long, Long> topics() {
        Map<Long, Long> topics = new HashMap<>();
        for (String pair : rows().of("select concat(id, ' ', topic_id) from unanswered_question where topic_id > 0")) {
            String[] both = pair.split(" ");
            topics.put(Long.valueOf(both[0]), Long.valueOf(both[1]));
        }
        return topics;
    }

    private Rows rows() {
        return new Rows(database);
    }
}
