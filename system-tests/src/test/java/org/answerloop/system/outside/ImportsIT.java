package org.answerloop.system.outside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.ServerFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(RunningServer.class)
class ImportsIT {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String CSV = "text/csv";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(10));

    private final Api api;

    ImportsIT(AnswerloopServer server) {
        this.api = Api.of(server);
    }

    @Test
    void a_file_of_events_is_taken_in_and_again_it_is_duplicates_only() {
        String file = conversations("/tests/imports/twice", 40) + "\nno event\n";

        JsonNode first = finished(create(api, Api.LINES, "name=history.ndjson", file));

        assertThat(first.path("state").asText()).isEqualTo("done");
        assertThat(first.path("name").asText()).isEqualTo("history.ndjson");
        assertThat(first.path("progress").asDouble()).isEqualTo(1);
        assertThat(first.path("bytes").asLong()).isEqualTo(file.getBytes(StandardCharsets.UTF_8).length);
        assertThat(first.at("/events/accepted").asInt()).isEqualTo(200);
        assertThat(first.at("/events/rejected").asInt()).isEqualTo(1);
        assertThat(api.conversation("/tests/imports/twice", "c-39").status()).isEqualTo(200);

        JsonNode second = finished(create(api, Api.LINES, "", file));

        assertThat(second.at("/events/accepted").asInt()).isZero();
        assertThat(second.at("/events/duplicate").asInt()).isEqualTo(200);
        assertThat(second.path("sha256")).isEqualTo(first.path("sha256"));
    }

    @Test
    void the_report_names_the_refused_lines_of_a_table_and_the_others_are_taken() {
        String file = "conversation;time;author;text;rating\r\n"
                + "c-1;2026-01-31 09:30;visitor;\"Where is\nmy parcel?\";\r\n"
                + "c-1;soon;visitor;Hello?;\r\n"
                + "c-1;2026-01-31 09:31;customer_agent;It arrives today.;helpful\r\n"
                + "c-1;2026-01-31 09:32;=1+1;Formula;\r\n";

        JsonNode done = finished(create(api, CSV, "source=/tests/imports/table&zone=Europe/Paris", file));

        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.at("/events/accepted").asInt()).isEqualTo(4);
        assertThat(done.path("problems").asInt()).isEqualTo(2);
        Api.Answer report = api.get(address(done) + "/report");
        assertThat(report.mediaType()).startsWith(CSV);
        assertThat(report.text().lines().map(line -> line.replaceFirst(",csv-[^,]+,", ",…,")))
                .satisfiesExactly(
                        head -> assertThat(head).isEqualTo("line,event,code,pointer,detail"),
                        time -> assertThat(time).startsWith("4,,malformed-time,/time,"),
                        kind -> assertThat(kind).startsWith("6,…,unknown-value,/data/author/kind,"));
        JsonNode conversation = api.conversation("/tests/imports/table", "c-1").body();
        assertThat(conversation.path("startedAt").asText()).isEqualTo("2026-01-31T08:30:00Z");
        assertThat(conversation.path("timeline").findValuesAsText("type"))
                .containsExactly("message.posted", "message.posted", "feedback.given");
    }

    @Test
    void the_template_is_a_file_that_is_taken_without_a_problem() {
        String template = api.get(IMPORTS + "/template.csv").text();

        JsonNode done = finished(create(api, CSV, "source=/tests/imports/template", template));

        assertThat(done.at("/events/accepted").asInt()).isEqualTo(5);
        assertThat(done.path("problems").asInt()).isZero();
    }

    @Test
    void an_import_is_stopped_resumed_and_loses_nothing() {
        int conversations = 2_000;
        JsonNode created = create(api, Api.LINES, "", conversations("/tests/imports/stopped", conversations));
        String address = address(created);
        assertThat(Eventually.within(
                        PATIENCE,
                        () -> api.get(address).body().path("bytesTaken").asLong() > 0))
                .isTrue();

        assertThat(api.post(address + "/stop", null, new byte[0]).status()).isEqualTo(200);
        assertThat(Eventually.within(PATIENCE, () -> restsAt(address))).isTrue();
        JsonNode stopped = api.get(address).body();
        assertThat(stopped.path("state").asText()).isEqualTo("stopped");
        assertThat(stopped.path("progress").asDouble()).isBetween(0.01, 0.99);
        assertThat(api.post(address + "/stop", null, new byte[0]).status()).isEqualTo(409);

        assertThat(api.post(address + "/resume", null, new byte[0]).status()).isEqualTo(200);
        JsonNode done = finished(stopped);

        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.at("/events/accepted").asInt()).isEqualTo(5 * conversations);
        assertThat(done.at("/events/duplicate").asInt()).isZero();
    }

    @Test
    void what_is_over_can_be_removed_and_is_in_the_list_until_then() {
        String address = address(finished(create(api, Api.LINES, "name=to%20be%20removed", "")));
        assertThat(api.get(IMPORTS + "?limit=200").body().path("imports").findValuesAsText("name"))
                .contains("to be removed");

        assertThat(api.delete(address).status()).isEqualTo(204);

        assertThat(api.get(address).status()).isEqualTo(404);
        assertThat(api.get(address + "/report").status()).isEqualTo(404);
        assertThat(api.delete(address).status()).isEqualTo(404);
    }

    @Test
    void a_table_without_its_columns_has_failed_with_a_sentence() {
        JsonNode failed = finished(create(api, CSV, "source=/tests/imports/columns", "when,who\n1,2\n"));

        assertThat(failed.path("state").asText()).isEqualTo("failed");
        assertThat(failed.path("failure").asText()).startsWith("The first line names no column conversation");
    }

    @Test
    void a_parameter_that_cannot_be_used_is_named() {
        for (String query : List.of("format=xml", "source=x&step=1", "firstTime=now&source=x", "")) {
            Api.Answer refused =
                    api.post(IMPORTS + "?" + query, "application/json", "[]".getBytes(StandardCharsets.UTF_8));
            assertThat(refused.status()).as(query).isEqualTo(400);
            assertThat(refused.body().path("code").asText()).isEqualTo("unusable-parameter");
        }
    }

    @Test
    void a_killed_server_goes_on_after_its_restart_and_what_was_taken_twice_is_duplicates() {
        ServerFolder folder = ServerFolder.create("killedInAnImport", RunningServer.settings());
        String file = conversations("/tests/imports/killed", 1_000);
        String address;
        try (AnswerloopServer server = AnswerloopServer.start(folder)) {
            Api there = Api.of(server);
            address = address(create(there, Api.LINES, "", file));
            assertThat(Eventually.within(
                            PATIENCE,
                            () -> there.get(address).body().path("bytesTaken").asLong() > 0))
                    .isTrue();
            server.kill();
        }
        try (AnswerloopServer server = AnswerloopServer.start(folder)) {
            Api there = Api.of(server);
            JsonNode done = finished(there, address);

            assertThat(done.path("state").asText()).isEqualTo("done");
            assertThat(done.at("/events/rejected").asInt()).isZero();
            assertThat(done.at("/events/accepted").asInt()
                            + done.at("/events/duplicate").asInt())
                    .isEqualTo(5_000);
            JsonNode again = finished(there, address(create(there, Api.LINES, "", file)));
            assertThat(again.at("/events/duplicate").asInt()).isEqualTo(5_000);
        }
    }

    private static String conversations(String source, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.addAll(aConversation(source, "c-" + i, LONG_AGO.plusSeconds(i))
                    .startsOn("web", "en")
                    .visitorSays("How do I change my address?")
                    .agentReplies("In your profile, under Addresses.")
                    .citing("Your profile")
                    .visitorFindsThat("helpful")
                    .isClosedBy("customer_agent", "Robin")
                    .events());
        }
        return String.join("\n", lines);
    }

    private static JsonNode create(Api api, String mediaType, String query, String file) {
        Api.Answer answer = api.post(IMPORTS + "?" + query, mediaType, file.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.body();
    }

    private static String address(JsonNode job) {
        return IMPORTS + "/" + job.path("id").asLong();
    }

    private JsonNode finished(JsonNode job) {
        return finished(api, address(job));
    }

    private static JsonNode finished(Api api, String address) {
        Set<String> ends = Set.of("done", "failed");
        assertThat(Eventually.within(
                        PATIENCE,
                        () -> ends.contains(
                                api.get(address).body().path("state").asText())))
                .as(api.get(address).text())
                .isTrue();
        return api.get(address).body();
    }

    /** The chunk that was under way when it was stopped is in. */
    private boolean restsAt(String address) {
        long before = api.get(address).body().path("bytesTaken").asLong();
        return !Eventually.within(
                Duration.ofSeconds(3),
                () -> api.get(address).body().path("bytesTaken").asLong() != before);
    }
}
