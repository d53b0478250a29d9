package org.answerloop.system.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;

import org.answerloop.gap.application.GroupQuestions;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions come to their topics behind the scenes; the server's own worker is at work beside the test. */
@ExtendWith(ArquillianExtension.class)
class GroupingIT {

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

    @Inject
    private Visitors visitors;

    @Inject
    private GroupingServers servers;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void questions_that_ask_the_same_come_to_one_topic_however_often_they_are_asked() {
        List<Long> bicycles = new ArrayList<>();
        List<Long> refunds = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            bicycles.addAll(visitors.ask("en", BICYCLES));
            refunds.addAll(visitors.ask("en-GB", REFUNDS));
        }

        assertThat(visitors.allHaveATopic()).isTrue();
        // Only together do they show what they have in common: they are grouped anew when no more come.
        assertThat(visitors.onceGrouped(() -> visitors.areOneTopic(bicycles) && visitors.areOneTopic(refunds)))
                .isTrue();
        Map<Long, Long> topics = visitors.topics();
        assertThat(topics.get(bicycles.get(0))).isNotEqualTo(topics.get(refunds.get(0)));
        assertThat(rows().of("select title from topic where id = ?", topics.get(bicycles.get(0))))
                .isSubsetOf(BICYCLES);
    }

    @Test
    void a_question_goes_to_the_topics_of_the_language_that_becomes_known_later() {
        String asked = "Combien coûte la traversée pour un camping-car ?";
        ConversationStory known = visitors.story("fr").couldNotBeAnswered(asked);
        visitors.take(known);
        ConversationStory late = visitors.story(null).couldNotBeAnswered(asked);
        visitors.take(late);
        assertThat(visitors.allHaveATopic()).isTrue();
        long unknown = visitors.topics().get(visitors.id(late));
        assertThat(languageOf(visitors.id(late))).isEqualTo("und");

        visitors.take(late.startsOn("web", "fr-CA"));

        assertThat(visitors.allHaveATopic()).isTrue();
        assertThat(languageOf(visitors.id(late))).isEqualTo("fr");
        assertThat(visitors.topics().get(visitors.id(late)))
                .isEqualTo(visitors.topics().get(visitors.id(known)));
        assertThat(rows().count("select successor_id from topic where id = ?", unknown))
                .isEqualTo(visitors.topics().get(visitors.id(known)));
        assertThat(rows().count("select count(*) from question_vector where question_id = ?", visitors.id(late)))
                .isEqualTo(1);
    }

    @Test
    void languages_have_topics_of_their_own() {
        List<Long> english = visitors.ask("en", List.of("Where is my luggage"));
        List<Long> french = visitors.ask("fr", List.of("Where is my luggage"));
        List<Long> unknown = visitors.ask(null, List.of("Where is my luggage"));

        assertThat(visitors.allHaveATopic()).isTrue();
        Map<Long, Long> topics = visitors.topics();
        assertThat(List.of(english.get(0), french.get(0), unknown.get(0)))
                .extracting(question -> rows().of("select language from topic where id = ?", topics.get(question))
                        .get(0))
                .containsExactly("en", "fr", "und");
    }

    @Test
    void two_servers_at_once_put_each_question_into_one_topic() {
        GroupQuestions one = servers.server("one");
        GroupQuestions other = servers.server("other");
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> runSeveralTimes(one));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> runSeveralTimes(other));
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            asked.addAll(visitors.ask("en", BICYCLES));
            asked.addAll(visitors.ask("en", REFUNDS));
        }
        CompletableFuture.allOf(first, second).join();

        assertThat(visitors.allHaveATopic()).isTrue();
        assertThat(visitors.topics()).containsKeys(asked.toArray(new Long[0]));
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
        List<Long> bicycles = visitors.ask("en", BICYCLES);
        assertThat(visitors.allHaveATopic()).isTrue();
        Map<Long, Long> before = visitors.topics();

        // Whoever has the turn is silent for too long.
        GroupQuestions successor = servers.server("successor");
        visitors.ask("en", REFUNDS);
        clock.advance(Visitors.LONGER_THAN_A_TURN);
        successor.run();
        List<Long> more = visitors.ask("en", BICYCLES);
        assertThat(visitors.allHaveATopic()).isTrue();

        Map<Long, Long> after = visitors.topics();
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(more).allMatch(after::containsKey);
        assertThat(visitors.onceGrouped(() -> {
                    Map<Long, Long> topics = visitors.topics();
                    return more.stream().allMatch(id -> topics.get(id).equals(topics.get(bicycles.get(0))));
                }))
                .isTrue();
    }

    @Test
    void a_server_without_room_for_all_finds_the_topics_of_earlier_questions_all_the_same() {
        List<Long> first = visitors.ask("en", List.of("Do you rent out surfboards?"));
        visitors.ask("en", BICYCLES);
        visitors.ask("en", REFUNDS);
        assertThat(visitors.allHaveATopic()).isTrue();

        GroupQuestions small = servers.server("small", 8);
        List<Long> again = new ArrayList<>();
        assertThat(Eventually.within(Visitors.PATIENCE, () -> {
                    clock.advance(Visitors.LONGER_THAN_A_TURN);
                    again.addAll(visitors.ask("en", List.of("do you rent out surfboards")));
                    return small.run() > 0;
                }))
                .isTrue();

        assertThat(visitors.allHaveATopic()).isTrue();
        assertThat(again).allMatch(question -> visitors.topic(question) == visitors.topic(first.get(0)));
    }

    @Test
    void nothing_is_left_of_what_a_redacted_question_meant() {
        String secret = "My name is Melusine Quark and my boat sank";
        ConversationStory story = visitors.story("en").couldNotBeAnswered(secret);
        visitors.take(story);
        assertThat(visitors.allHaveATopic()).isTrue();
        long question = visitors.id(story);
        assertThat(rows().of("select model from question_vector where question_id = ?", question))
                .hasSize(1);
        assertThat(rows().of("select title from topic")).contains(secret);

        visitors.take(story.isRedacted());

        assertThat(rows().of("select model from question_vector where question_id = ?", question))
                .isEmpty();
        assertThat(rows().of("select title from topic")).doesNotContain(secret);
        assertThat(rows().of("select phrases from topic")).noneMatch(phrases -> phrases.contains("quark"));
        assertThat(visitors.nothingIsDue()).isTrue();
        assertThat(rows().of("select title from topic")).doesNotContain(secret);
    }

    private String languageOf(long question) {
        return rows().of(
                        "select language from topic where id = ?",
                        visitors.topics().get(question))
                .get(0);
    }

    /** As a server does that is woken again and again, some of the times without the turn. */
    private void runSeveralTimes(GroupQuestions server) {
        for (int i = 0; i < 10; i++) {
            try {
                server.run();
            } catch (RuntimeException e) {
                assertThat(e).hasStackTraceContaining("LostTurn");
            }
            clock.advance(Visitors.LONGER_THAN_A_TURN);
        }
    }

    private Rows rows() {
        return new Rows(database);
    }
}
