package org.answerloop.system.outside;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(RunningServer.class)
class ImportsIT {

    private static final String CSV = "text/csv";

    private final Api api;

    ImportsIT(AnswerloopServer server) {
        this.api = Api.of(server);
    }

    @Test
    void a_file_of_events_is_taken_in_and_again_it_is_duplicates_only() {
        String file = SentFile.conversations("/tests/imports/twice", 40) + "\nno event\n";

        JsonNode first =
                SentFile.send(api, Api.LINES, "name=history.ndjson", file).finished();

        assertThat(first.path("state").asText()).isEqualTo("done");
        assertThat(first.path("name").asText()).isEqualTo("history.ndjson");
        assertThat(first.path("progress").asDouble()).isEqualTo(1);
        assertThat(first.path("bytes").asLong()).isEqualTo(file.getBytes(StandardCharsets.UTF_8).length);
        assertThat(first.at("/events/accepted").asInt()).isEqualTo(200);
        assertThat(first.at("/events/rejected").asInt()).isEqualTo(1);
        assertThat(api.conversation("/tests/imports/twice", "c-39").status()).isEqualTo(200);

        JsonNode second = SentFile.send(api, Api.LINES, "", file).finished();

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

        SentFile sent = SentFile.send(api, CSV, "source=/tests/imports/table&zone=Europe/Paris", file);
        JsonNode done = sent.finished();

        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.at("/events/accepted").asInt()).isEqualTo(4);
        assertThat(done.path("problems").asInt()).isEqualTo(2);
        Api.Answer report = api.get(sent.address() + "/report");
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
        String template = api.get(SentFile.IMPORTS + "/template.csv").text();

        JsonNode done = SentFile.send(api, CSV, "source=/tests/imports/template", template)
                .finished();

        assertThat(done.at("/events/accepted").asInt()).isEqualTo(5);
        assertThat(done.path("problems").asInt()).isZero();
    }

    @Test
    void an_import_is_stopped_resumed_and_loses_nothing() {
        int conversations = 2_000;
        SentFile file = SentFile.send(
                        api, Api.LINES, "", SentFile.conversations("/tests/imports/stopped", conversations))
                .begun();
        String address = file.address();

        assertThat(api.post(address + "/stop", null, new byte[0]).status()).isEqualTo(200);
        assertThat(file.isAtRest()).isTrue();
        JsonNode stopped = file.now();
        assertThat(stopped.path("state").asText()).isEqualTo("stopped");
        assertThat(stopped.path("progress").asDouble()).isBetween(0.01, 0.99);
        assertThat(api.post(address + "/stop", null, new byte[0]).status()).isEqualTo(409);

        assertThat(api.post(address + "/resume", null, new byte[0]).status()).isEqualTo(200);
        JsonNode done = file.finished();

        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.at("/events/accepted").asInt()).isEqualTo(SentFile.EVENTS * conversations);
        assertThat(done.at("/events/duplicate").asInt()).isZero();
    }

    @Test
    void what_is_over_can_be_removed_and_is_in_the_list_until_then() {
        SentFile file = SentFile.send(api, Api.LINES, "name=to%20be%20removed", "");
        file.finished();
        String address = file.address();
        assertThat(api.get(SentFile.IMPORTS + "?limit=200")
                        .body()
                        .path("imports")
                        .findValuesAsText("name"))
                .contains("to be removed");

        assertThat(api.delete(address).status()).isEqualTo(204);

        assertThat(api.get(address).status()).isEqualTo(404);
        assertThat(api.get(address + "/report").status()).isEqualTo(404);
        assertThat(api.delete(address).status()).isEqualTo(404);
    }

    @Test
    void a_table_without_its_columns_has_failed_with_a_sentence() {
        JsonNode failed = SentFile.send(api, CSV, "source=/tests/imports/columns", "when,who\n1,2\n")
                .finished();

        assertThat(failed.path("state").asText()).isEqualTo("failed");
        assertThat(failed.path("failure").asText()).startsWith("The first line names no column conversation");
    }

    @Test
    void a_parameter_that_cannot_be_used_is_named() {
        for (String query : List.of("format=xml", "source=x&step=1", "firstTime=now&source=x", "")) {
            Api.Answer refused =
                    api.post(SentFile.IMPORTS + "?" + query, "application/json", "[]".getBytes(StandardCharsets.UTF_8));
            assertThat(refused.status()).as(query).isEqualTo(400);
            assertThat(refused.body().path("code").asText()).isEqualTo("unusable-parameter");
        }
    }
}
