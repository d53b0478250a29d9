package org.answerloop.system.inside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

import jakarta.annotation.Resource;

import org.answerloop.kernel.Fingerprint;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What a key opens over the Model Context Protocol, and what comes of a question that is reported. */
@ExtendWith(ArquillianExtension.class)
class McpKeysIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";
    private static final String SEARCH = call("search_short_answers", "{\"question\":\"Is the sauna open?\"}");
    private static final String REPORT = call(
            "report_unanswered_question",
            "{\"question\":\"Is the sauna open?\",\"conversation\":\"sauna\",\"source\":\"/tests/mcp\"}");

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;

    @BeforeEach
    void keys() {
        rows = new Rows(database);
        rows.change("delete from api_key where id between 900 and 999");
        List<String> scopes = List.of("ANSWERS", "EVENTS", "REPORTS", "ANSWERS,EVENTS");
        for (int i = 0; i < scopes.size(); i++) {
            rows.change(
                    "insert into api_key (id, version, label, key_hash, hint, scopes, created_at, created_by) values ("
                            + (900 + i) + ", 1, 'mcp " + i + "', '" + Fingerprint.of(key(scopes.get(i)))
                            + "', 'al_key', '"
                            + scopes.get(i) + "', current_timestamp, 'test')");
        }
    }

    @Test
    void a_key_shows_and_opens_the_tools_of_its_scopes() throws Exception {
        assertThat(post(key("ANSWERS"), LIST).body())
                .contains("search_short_answers")
                .doesNotContain("\"report_unanswered_question\"");
        assertThat(post(key("EVENTS"), LIST).body())
                .contains("report_unanswered_question")
                .doesNotContain("\"search_short_answers\"");
        assertThat(post(key("ANSWERS,EVENTS"), LIST).body())
                .contains("\"search_short_answers\"", "\"report_unanswered_question\"");

        assertThat(post(key("ANSWERS"), SEARCH).body()).contains("\"answers\"").doesNotContain("\"isError\":true");
        assertThat(post(key("ANSWERS"), REPORT).body()).contains("\"isError\":true", "needs the scope events");
        assertThat(post(key("EVENTS"), SEARCH).body()).contains("\"isError\":true", "needs the scope answers");
        assertThat(asked("sauna")).isZero();
    }

    @Test
    void whoever_may_call_no_tool_is_not_let_in() throws Exception {
        assertThat(post(null, LIST).statusCode()).isEqualTo(401);
        HttpResponse<String> unknown = post("al_a_key_that_nobody_made", LIST);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("invalid_token"));
        assertThat(unknown.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(post(key("REPORTS"), LIST).statusCode()).isEqualTo(403);
        rows.change("update api_key set revoked_at = current_timestamp where id = 903");
        assertThat(post(key("ANSWERS,EVENTS"), LIST).statusCode()).isEqualTo(401);
    }

    @Test
    void pages_of_other_sites_large_bodies_and_other_methods_are_refused() throws Exception {
        HttpResponse<String> foreign = send(request(key("ANSWERS"))
                .header("Origin", "https://elsewhere.example")
                .POST(BodyPublishers.ofString(LIST)));
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("foreign-origin");

        String large = call("search_short_answers", "{\"question\":\"" + "x".repeat(70_000) + "\"}");
        assertThat(post(key("ANSWERS"), large).statusCode()).isEqualTo(413);
        assertThat(post(key("ANSWERS"), "{").statusCode()).isEqualTo(400);
        assertThat(send(request(key("ANSWERS")).GET()).statusCode()).isEqualTo(405);
        assertThat(send(request(key("ANSWERS")).DELETE()).statusCode()).isEqualTo(405);
    }

    @Test
    void a_question_that_is_reported_is_an_event_like_any_other_and_one_that_is_reported_again_is_none()
            throws Exception {
        String report = REPORT.replace("\"sauna\"", "\"sauna-2\"");
        assertThat(post(key("EVENTS"), report).body()).contains("reported").doesNotContain("reported before");
        assertThat(post(key("EVENTS"), report).body()).contains("reported before");

        assertThat(asked("sauna-2")).isEqualTo(1);
        assertThat(rows.of("select e.type from inbox_event e join conversation c on c.id = e.conversation_id"
                        + " where e.source = '/tests/mcp' and c.external_id = 'sauna-2'"))
                .containsExactly("question.unanswered");
    }

    private long asked(String conversation) {
        return rows.count(
                "select count(*) from unanswered_question q join conversation c on c.id = q.conversation_id"
                        + " where c.external_id = ?",
                conversation);
    }

    private static String key(String scopes) {
        return "al_key_for_mcp_" + scopes.toLowerCase(Locale.ROOT).replace(',', '_');
    }

    private static String call(String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }

    private static HttpResponse<String> post(String key, String body) throws IOException, InterruptedException {
        return send(request(key).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + System.getenv("ANSWERLOOP_HTTP_PORT") + "/api/mcp"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
