package org.answerloop.system.inside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.access.application.ApiKeys;
import org.answerloop.access.application.ApiKeys.NewKey;
import org.answerloop.access.model.KeyRequest;
import org.answerloop.access.model.Scope;
import org.answerloop.access.model.SourceRule;
import org.answerloop.access.model.UnusableKeyException;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a key of one source can do to another's conversations: nothing, by no address. */
@ExtendWith(ArquillianExtension.class)
class BoundKeysIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String OWN = "/tests/bound/own";
    private static final String SENDER = "/tests/bound/sender";
    private static final String FOREIGN = "/tests/bound/foreign";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @EJB
    private ApiKeys keys;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void an_event_of_another_source_is_refused_for_itself_and_kept_nowhere() throws Exception {
        NewKey key = aKey("Own events", EnumSet.allOf(Scope.class), SENDER);
        List<String> own = told(SENDER, "one").events();
        List<String> foreign = told(FOREIGN, "one").events();
        String malformed =
                foreign.get(0).replace("conversation.started", "no.such.type").replace("one-1", "one-66");

        JsonNode results = send(key, String.join("\n", own.get(0), foreign.get(0), malformed, own.get(1)));

        assertThat(results.findValuesAsText("status")).containsExactly("accepted", "rejected", "rejected", "accepted");
        assertThat(results.path(1).path("problem").path("code").asText()).isEqualTo("foreign-source");
        assertThat(results.path(1).path("problem").path("pointer").asText()).isEqualTo("/source");
        assertThat(results.path(2).path("problem").path("code").asText()).isEqualTo("foreign-source");
        assertThat(rows().of("select event_id from inbox_event where source = ?", FOREIGN))
                .isEmpty();
        assertThat(rows().of("select event_id from quarantined_event where source = ?", FOREIGN))
                .isEmpty();
        assertThat(rows().of("select source from intake_tally where source = ?", FOREIGN))
                .isEmpty();
        assertThat(rows().of("select distinct api_key_id from inbox_event where source = ?", SENDER))
                .containsExactly(String.valueOf(key.id()));
        assertThat(rows().count("select refusals from api_key where id = ?", key.id()))
                .isEqualTo(2);
    }

    @Test
    void a_conversation_of_another_source_is_neither_redacted_nor_added_to_nor_read() throws Exception {
        NewKey whole = aKey("All sources", EnumSet.allOf(Scope.class));
        NewKey bound = aKey("Neighbour", EnumSet.allOf(Scope.class), "/tests/bound/ne*", OWN);
        ConversationStory story = told("/tests/bound/shop", "two");
        int events = story.events().size();
        send(whole, String.join("\n", story.events()));
        String redaction = last(story.isRedacted().events());

        assertThat(send(bound, redaction).findValuesAsText("code")).containsExactly("foreign-source");
        assertThat(imported(bound, redaction)).isEqualTo("0/1");
        assertThat(mcp(bound, "two", "/tests/bound/shop")).contains("isError", "bound to other sources");
        assertThat(get(bound, "/api/v1/conversations/%2Ftests%2Fbound%2Fshop/two")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(bound, "/api/v1/reports/handled/conversations").statusCode())
                .isEqualTo(403);
        assertThat(get(bound, "/api/v1/reports/handled").statusCode()).isEqualTo(200);
        assertThat(get(whole, "/api/v1/conversations/%2Ftests%2Fbound%2Fshop/two")
                        .statusCode())
                .isEqualTo(200);
        assertThat(rows().of("select redacted from conversation where source = '/tests/bound/shop'"))
                .noneMatch(redacted -> redacted.matches("(?i)t|true"));
        assertThat(rows().of("select event_id from inbox_event where source = '/tests/bound/shop'"))
                .hasSize(events);
    }

    @Test
    void a_key_that_covers_a_beginning_covers_what_begins_so_and_nothing_else() throws Exception {
        NewKey key = aKey("Beginning", EnumSet.of(Scope.EVENTS), "/tests/bound/desk-*");

        JsonNode results = send(
                key,
                told("/tests/bound/desk-paris", "three").events().get(0) + "\n"
                        + told("/tests/bound/desk", "three").events().get(0) + "\n"
                        + told("/TESTS/bound/desk-paris", "three").events().get(0));

        assertThat(results.findValuesAsText("status")).containsExactly("accepted", "rejected", "rejected");
    }

    @Test
    void text_is_forgotten_only_for_a_key_with_the_scope_and_the_audit_says_for_which() throws Exception {
        String source = "/tests/bound/redacting";
        NewKey sending = aKey("Sending", EnumSet.of(Scope.EVENTS, Scope.IMPORTS), source);
        NewKey redacting = aKey("Redacting", EnumSet.of(Scope.EVENTS, Scope.REDACTION), source);
        List<String> redactions = List.of("a", "b", "c").stream()
                .map(id -> last(told(source, id).isRedacted().events()))
                .toList();
        send(sending, String.join("\n", told(source, "a").events()));

        assertThat(send(sending, redactions.get(0)).findValuesAsText("code")).containsExactly("redaction-not-allowed");
        assertThat(imported(sending, redactions.get(0))).isEqualTo("0/1");
        assertThat(rows().of("select redacted from conversation where source = ?", source))
                .noneMatch(redacted -> redacted.matches("(?i)t|true"));

        send(redacting, redactions.get(0));
        send(redacting, redactions.get(1) + "\n" + redactions.get(2));

        assertThat(rows().of("select concat(who, '|', subject, '|', coalesce(after_it, '')) from audit_entry"
                        + " where action = 'conversation.redacted' and subject like '" + source + "%' order by id"))
                .containsExactly("API: Redacting|" + source + " a|", "API: Redacting|" + source + "|2: b c");
    }

    @Test
    void a_key_that_is_bound_sees_its_own_imports_alone_and_revoking_it_stops_them() throws Exception {
        NewKey whole = aKey("Importing all", EnumSet.of(Scope.IMPORTS));
        NewKey bound = aKey("Importing", EnumSet.of(Scope.IMPORTS), OWN);
        long others =
                upload(whole, told("/tests/bound/elsewhere", "four").events().get(0));
        long own = upload(bound, told(OWN, "four").events().get(0));
        awaitEnd(others);
        awaitEnd(own);

        assertThat(get(bound, "/api/v1/imports/" + own).statusCode()).isEqualTo(200);
        for (String address : List.of("", "/report")) {
            assertThat(get(bound, "/api/v1/imports/" + others + address).statusCode())
                    .isEqualTo(404);
        }
        for (String deed : List.of("/stop", "/resume")) {
            assertThat(call(request(bound, "/api/v1/imports/" + others + deed).POST(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(call(request(bound, "/api/v1/imports/" + others).DELETE()).statusCode())
                .isEqualTo(404);
        assertThat(JSON.readTree(get(bound, "/api/v1/imports").body())
                        .path("imports")
                        .findValuesAsText("id"))
                .containsExactly(String.valueOf(own));
        rows().change("update import_job set state = 'WAITING', finished_at = null where id = " + own);

        Administrator.does(request, () -> {
            keys.revoke(bound.id());
            return null;
        });

        assertThat(rows().of("select state from import_job where id = ?", own)).containsExactly("STOPPED");
    }

    @Test
    void a_key_that_expired_is_refused_with_the_time_and_one_that_is_used_says_when() throws Exception {
        NewKey key = Administrator.does(
                request,
                () -> keys.create(new KeyRequest(
                        "Temporary",
                        Set.of(Scope.REPORTS),
                        SourceRule.ALL,
                        clock.instant().plus(Duration.ofHours(1)))));
        assertThat(get(key, "/api/v1/reports").statusCode()).isEqualTo(200);
        List<String> used = rows().of("select last_used_at from api_key where id = ?", key.id());
        clock.advance(Duration.ofSeconds(59));
        get(key, "/api/v1/reports");
        assertThat(rows().of("select last_used_at from api_key where id = ?", key.id()))
                .isEqualTo(used)
                .doesNotContainNull();
        clock.advance(Duration.ofSeconds(1));
        get(key, "/api/v1/reports");
        assertThat(rows().of("select last_used_at from api_key where id = ?", key.id()))
                .isNotEqualTo(used);

        clock.advance(Duration.ofHours(1));

        HttpResponse<String> refused = get(key, "/api/v1/reports");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("expired-key", "This API key expired at ");
        assertThat(mcp(key, "five", OWN)).contains("expired-key");
    }

    @Test
    void keys_that_expired_make_room_for_others_of_their_label() {
        KeyRequest forAnHour = new KeyRequest(
                "Hourly", Set.of(Scope.REPORTS), SourceRule.ALL, clock.instant().plus(Duration.ofHours(1)));
        KeyRequest forADay = new KeyRequest(
                "Hourly", Set.of(Scope.REPORTS), SourceRule.ALL, clock.instant().plus(Duration.ofDays(1)));
        Administrator.does(request, () -> keys.create(forAnHour));
        Administrator.does(request, () -> keys.create(forAnHour));
        assertThatThrownBy(() -> Administrator.does(request, () -> keys.create(forADay)))
                .isInstanceOf(UnusableKeyException.class);

        clock.advance(Duration.ofHours(1));

        Administrator.does(request, () -> keys.create(forADay));
        Administrator.does(request, () -> keys.create(forADay));
        assertThatThrownBy(() -> Administrator.does(request, () -> keys.create(forADay)))
                .isInstanceOf(UnusableKeyException.class);
    }

    @Test
    void two_secrets_of_a_key_open_until_the_time_of_the_earlier_is_over() throws Exception {
        NewKey first = aKey("Rotated", EnumSet.of(Scope.REPORTS));
        NewKey second = Administrator.does(request, () -> keys.rotate(first.id(), Duration.ofDays(1)));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(get(first, "/api/v1/reports").statusCode()).isEqualTo(200);
        assertThat(get(second, "/api/v1/reports").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(get(first, "/api/v1/reports").body()).contains("expired-key", "was replaced by another");
        assertThat(get(second, "/api/v1/reports").statusCode()).isEqualTo(200);

        NewKey third = Administrator.does(request, () -> keys.rotate(first.id(), Duration.ofDays(7)));
        Administrator.does(request, () -> {
            keys.endEarlier(first.id());
            return null;
        });
        assertThat(get(second, "/api/v1/reports").statusCode()).isEqualTo(401);
        assertThat(get(third, "/api/v1/reports").statusCode()).isEqualTo(200);
        assertThat(rows().of("select action from audit_entry where subject like 'Rotated %' order by id"))
                .containsExactly(
                        "api_key.created", "api_key.rotated", "api_key.rotated", "api_key.earlier_secret_ended");
        assertThat(rows().of("select concat(subject, before_it, after_it) from audit_entry"))
                .noneMatch(text -> text.contains(third.secret()));
    }

    private NewKey aKey(String label, Set<Scope> scopes, String... sources) {
        return Administrator.does(request, () -> {
            keys.list().stream().filter(key -> key.label().equals(label)).forEach(key -> keys.revoke(key.id()));
            return keys.create(new KeyRequest(label, scopes, new SourceRule(Arrays.asList(sources)), null));
        });
    }

    private ConversationStory told(String source, String id) {
        return aConversation(source, id, clock.instant().minus(Duration.ofHours(2)))
                .startsOn("web", "en")
                .visitorSays("Where is my parcel?")
                .agentReplies("On its way.");
    }

    private static String last(List<String> events) {
        return events.get(events.size() - 1);
    }

    private Rows rows() {
        return new Rows(database);
    }

    private static JsonNode send(NewKey key, String lines) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(request(key, "/api/v1/events")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("results");
    }

    private static long upload(NewKey key, String lines) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(request(key, "/api/v1/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("id").asLong();
    }

    /** @return how many events of the file were accepted and how many rejected */
    private String imported(NewKey key, String lines) throws IOException, InterruptedException {
        long id = upload(key, lines);
        awaitEnd(id);
        return rows().of("select concat(accepted, '/', rejected) from import_job where id = ?", id)
                .get(0);
    }

    private void awaitEnd(long id) {
        assertThat(Eventually.within(
                        PATIENCE,
                        () -> rows().of("select state from import_job where id = ?", id)
                                .equals(List.of("DONE"))))
                .isTrue();
    }

    private static String mcp(NewKey key, String conversation, String source) throws IOException, InterruptedException {
        return call(request(key, "/api/mcp")
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .POST(BodyPublishers.ofString(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":"
                                        + "\"report_unanswered_question\",\"arguments\":{\"question\":\"Open?\","
                                        + "\"conversation\":\"" + conversation + "\",\"source\":\"" + source
                                        + "\"}}}")))
                .body();
    }

    private static HttpResponse<String> get(NewKey key, String path) throws IOException, InterruptedException {
        return call(request(key, path));
    }

    private static HttpRequest.Builder request(NewKey key, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + System.getenv("ANSWERLOOP_HTTP_PORT") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key.secret());
    }

    private static HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
