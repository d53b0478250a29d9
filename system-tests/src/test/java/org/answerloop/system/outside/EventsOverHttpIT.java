package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@ExtendWith(RunningServer.class)
class EventsOverHttpIT {

    private static final String SOURCE = "https://desk.example/events?over=http";
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(10));

    private final AnswerloopServer server;
    private final Api api;

    EventsOverHttpIT(AnswerloopServer server) {
        this.server = server;
        this.api = Api.of(server);
    }

    @Test
    void one_event_is_taken() {
        String event = aSettledConversation("one").events().get(0);

        Api.Answer answer = api.send(Api.ONE, event);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(statuses(answer)).containsExactly("accepted");
        assertThat(answer.body().at("/results/0/id").asText()).isEqualTo("one-1");
    }

    @Test
    void a_batch_is_taken_and_answered_in_its_order() {
        ConversationStory story = aSettledConversation("batch");

        Api.Answer answer = api.send(Api.BATCH, story.batch());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(statuses(answer)).hasSize(5).containsOnly("accepted");
        assertThat(answer.body().findValuesAsText("id"))
                .containsExactly("batch-1", "batch-2", "batch-3", "batch-4", "batch-5");
    }

    @Test
    void lines_are_taken_and_again_they_are_duplicates() {
        ConversationStory story = aSettledConversation("lines");

        assertThat(statuses(api.send(Api.LINES, story.lines()))).hasSize(5).containsOnly("accepted");
        assertThat(statuses(api.send(Api.LINES, story.lines()))).hasSize(5).containsOnly("duplicate");
    }

    @Test
    void a_conversation_is_found_by_its_source_even_where_that_is_an_address_and_explains_its_verdict() {
        api.tell(aSettledConversation("found").events());

        JsonNode conversation = api.settledConversation(SOURCE, "found");

        assertThat(conversation.path("source").asText()).isEqualTo(SOURCE);
        assertThat(conversation.path("state").asText()).isEqualTo("RESOLVED");
        assertThat(conversation.at("/verdict/outcome").asText()).isEqualTo("RESOLVED");
        assertThat(conversation.at("/verdict/deflected").asBoolean()).isTrue();
        assertThat(conversation.at("/verdict/findings").findValuesAsText("criterion"))
                .containsExactly(
                        "GROUNDED_REPLY", "NO_HANDOFF_REQUEST", "NO_NEGATIVE_FEEDBACK", "NO_HUMAN_INVOLVEMENT");
        assertThat(conversation.path("timeline")).hasSize(4);
    }

    static Stream<Arguments> badEvents() {
        String good = aSettledConversation("bad").events().get(0);
        return Stream.of(
                arguments("broken JSON", good.substring(0, 40), "malformed-json", ""),
                arguments("no object", "[1]", "not-an-object", ""),
                arguments("a number as id", good.replace("\"id\":\"bad-1\"", "\"id\":7"), "wrong-type", "/id"),
                arguments(
                        "text as data",
                        good.replaceFirst("\"data\":\\{.*}}", "\"data\":\"text\"}"),
                        "wrong-type",
                        "/data"),
                arguments(
                        "an unknown type",
                        good.replace("conversation.started", "conversation.celebrated"),
                        "unknown-type",
                        "/type"),
                arguments("no subject", good.replace("\"subject\":\"bad\",", ""), "missing-attribute", "/subject"),
                arguments(
                        "a time in the far future",
                        good.replaceFirst("\"time\":\"[^\"]+\"", "\"time\":\"2999-01-01T00:00:00Z\""),
                        "time-in-future",
                        "/time"),
                arguments(
                        "more than 1 MiB",
                        good.replace("\"channel\":\"web\"", "\"channel\":\"" + "x".repeat(1_048_576) + "\""),
                        "too-large",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badEvents")
    void a_bad_event_gets_its_problem_and_the_good_ones_beside_it_are_taken(
            String what, String bad, String code, String pointer) {
        ConversationStory story = aSettledConversation("beside " + what);
        List<String> events = story.events();
        String body = events.get(0) + "\n" + bad + "\n" + String.join("\n", events.subList(1, 5));

        Api.Answer answer = api.send(Api.LINES, body);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(statuses(answer))
                .containsExactly("accepted", "rejected", "accepted", "accepted", "accepted", "accepted");
        JsonNode problem = answer.body().at("/results/1/problem");
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("pointer").asText()).isEqualTo(pointer);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(api.conversation(SOURCE, story.id()).status()).isEqualTo(200);
    }

    @Test
    void an_event_of_more_than_1_MiB_is_refused_alone_too() {
        String event = aSettledConversation("large").events().get(0);
        String large = event.replace("\"channel\":\"web\"", "\"channel\":\"" + "x".repeat(1_048_576) + "\"");

        assertThatItIsAProblem(api.send(Api.ONE, large), 413, "too-large");
    }

    @Test
    void a_broken_batch_is_refused_as_a_whole() {
        assertThatItIsAProblem(
                api.send(Api.BATCH, "[" + aSettledConversation("b").events().get(0)), 400, "malformed-json");
    }

    @Test
    void more_than_10000_events_are_refused() {
        String events = IntStream.rangeClosed(0, 10_000).mapToObj(i -> "{}").collect(Collectors.joining("\n"));

        assertThatItIsAProblem(api.send(Api.LINES, events), 413, "too-many-events");
    }

    @Test
    void more_than_10_MiB_are_refused() {
        assertThatItIsAProblem(api.send(Api.LINES, " ".repeat(10 * 1_048_576 + 1)), 413, "too-large");
    }

    @Test
    void without_a_key_or_with_an_unknown_one_nobody_comes_in() {
        String event = aSettledConversation("no-key").events().get(0);

        assertThatItIsAProblem(api.withoutKey().send(Api.ONE, event), 401, "no-key");
        assertThatItIsAProblem(api.withKey("al_a_key_that_nobody_made").send(Api.ONE, event), 401, "no-key");
        assertThat(api.conversation(SOURCE, "no-key").status()).isEqualTo(404);
    }

    @Test
    void another_media_type_is_refused() {
        assertThatItIsAProblem(api.send("text/plain", "hello"), 415, "unsupported-media-type");
    }

    @Test
    void what_is_not_there_is_a_problem_too() {
        assertThatItIsAProblem(api.conversation(SOURCE, "nobody"), 404, "not-found");
        assertThatItIsAProblem(api.get("/api/v1/nothing"), 404, "not-found");
    }

    @Test
    void the_api_describes_itself_and_the_server_its_health() {
        Api anybody = api.withoutKey();

        assertThat(anybody.get("/api/openapi").text()).contains("/events", "/conversations/");
        for (String check : List.of("started", "ready", "live")) {
            Api.Answer answer = anybody.get("/health/" + check);
            assertThat(answer.status()).as(check).isEqualTo(200);
            assertThat(answer.body().path("status").asText()).as(check).isEqualTo("UP");
        }
    }

    private static ConversationStory aSettledConversation(String id) {
        return aConversation(SOURCE, id, LONG_AGO)
                .startsOn("web", "en")
                .visitorSays("How do I change my address?")
                .agentReplies("In your profile, under Addresses.")
                .citing("Your profile")
                .visitorFindsThat("helpful")
                .isClosedBy("customer_agent", "Robin");
    }

    private static void assertThatItIsAProblem(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
        assertThat(answer.body().path("detail").asText()).matches("[A-Z].*[.…]");
    }

    private static List<String> statuses(Api.Answer answer) {
        return StreamSupport.stream(answer.body().path("results").spliterator(), false)
                .map(result -> result.path("status").asText())
                .toList();
    }
}
