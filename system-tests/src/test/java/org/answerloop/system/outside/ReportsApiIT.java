package org.answerloop.system.outside;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.system.outside.Api.Answer;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ExpectedConversation;
import org.answerloop.system.story.ExpectedConversation.ExpectedVerdict;
import org.answerloop.system.story.ExpectedFigures;
import org.answerloop.system.story.ExpectedFigures.ExpectedFigure;
import org.answerloop.system.story.RandomHistory;
import org.answerloop.system.story.Step;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

/** The reports over HTTP: the numbers that an oracle in plain Java has of the events that were sent. */
@ExtendWith(RunningServer.class)
class ReportsApiIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final String CHANNEL = "reports-";
    private static final long SEED = 7;
    private static final String RANGE = "from=2020-12-01&to=2026-12-31";

    private final Api api;

    ReportsApiIT(AnswerloopServer server) {
        api = Api.of(server);
    }

    @Test
    void every_report_has_the_numbers_of_the_events_that_were_sent() {
        String source = "/tests/reports-api/" + Clock.systemUTC().millis();
        List<Step> told =
                RandomHistory.of(SEED, source, CHANNEL, Clock.systemUTC().instant(), 80);
        api.tell(told.stream().map(Step::json).toList());
        List<ExpectedConversation> expected = settled(source, told);

        for (String channel : List.of(CHANNEL + "0", CHANNEL + "2")) {
            List<ExpectedConversation> through =
                    expected.stream().filter(c -> c.channel().equals(channel)).toList();
            for (String metric : ExpectedFigures.metrics()) {
                compare(metric, "?bucket=month&channel=" + channel + "&" + RANGE, through);
            }
            compareImpact("?channel=" + channel, through);
        }
    }

    private void compare(String metric, String query, List<ExpectedConversation> through) {
        JsonNode report = found("/api/v1/reports/" + metric + query);
        ExpectedFigures whole = new ExpectedFigures(through, at -> true);

        assertThat(report.path("metric").asText()).isEqualTo(metric);
        assertThat(report.path("zone").asText()).isEqualTo(ZONE.getId());
        assertThat(report.path("bucket").asText()).isEqualTo("month");
        assertSame(report.path("total"), whole.figure(metric, null), null, metric);
        report.path("totals")
                .forEach(total -> assertSame(
                        total,
                        whole.figure(metric, total.path("key").asText()),
                        total.path("key").asText(),
                        metric));
        assertThat(keysOf(report)).isEqualTo(whole.keys(metric));
        for (JsonNode point : report.path("series")) {
            LocalDate month = LocalDate.parse(point.path("bucket").asText());
            ExpectedFigures bucket = new ExpectedFigures(
                    through,
                    at -> LocalDate.ofInstant(at, ZONE).withDayOfMonth(1).equals(month));
            String key = point.path("key").asText(null);
            assertSame(point, bucket.figure(metric, key), key, metric + " " + month);
        }
        compareRows("/api/v1/reports/" + metric + "/conversations" + query, whole.rows(metric, null));
        whole.keys(metric)
                .forEach(key -> compareRows(
                        "/api/v1/reports/" + metric + "/conversations" + query + "&key=" + encoded(key),
                        whole.rows(metric, key)));
    }

    private void compareImpact(String query, List<ExpectedConversation> through) {
        JsonNode impact = found("/api/v1/reports/impact" + query);
        ExpectedFigures current = new ExpectedFigures(through, within(impact, "from", "to"));
        ExpectedFigures previous = new ExpectedFigures(through, within(impact, "previousFrom", "previousTo"));
        String span = "&from=" + impact.path("from").asText() + "&to="
                + impact.path("to").asText();
        for (JsonNode row : impact.path("series")) {
            String key = row.path("key").asText();
            assertThat(number(row, "value"))
                    .as(key)
                    .isEqualTo(current.impact(key).value());
            assertThat(number(row, "previous"))
                    .as(key)
                    .isEqualTo(previous.impact(key).value());
            JsonNode list = found("/api/v1/reports/impact/conversations" + query + span + "&limit=1000&key=" + key);
            Long denominator = current.impact(key).denominator();
            assertThat(list.path("total").asLong())
                    .isEqualTo(denominator == null ? current.impact(key).value().longValue() : denominator);
            assertThat(list.path("conversations")).hasSize(list.path("total").asInt());
        }
    }

    private static Predicate<Instant> within(JsonNode impact, String from, String to) {
        Instant first = Instant.parse(impact.path(from).asText());
        Instant afterLast = Instant.parse(impact.path(to).asText());
        return at -> !at.isBefore(first) && at.isBefore(afterLast);
    }

    private void compareRows(String address, List<ExpectedConversation> expected) {
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = found(address + "&limit=7&order=earliest" + cursor);
            assertThat(page.path("total").asLong()).as(address).isEqualTo(expected.size());
            page.path("conversations").forEach(row -> listed.add(row.path("id").asText()));
            cursor = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").asText();
        } while (cursor != null);
        assertThat(listed)
                .as(address)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(ExpectedConversation::id).toList());
    }

    private static void assertSame(JsonNode figure, ExpectedFigure expected, String key, String what) {
        if (expected.value() != null && ("median".equals(key) || "p90".equals(key))) {
            assertThat(number(figure, "value")).as(what).isCloseTo(expected.value(), Percentage.withPercentage(2));
        } else {
            assertThat(number(figure, "value")).as(what).isEqualTo(expected.value());
        }
        assertThat(figure.has("value")).isTrue();
        assertThat(number(figure, "numerator")).as(what).isEqualTo(asDouble(expected.numerator()));
        assertThat(number(figure, "denominator")).as(what).isEqualTo(asDouble(expected.denominator()));
        assertThat(number(figure, "pending")).as(what).isEqualTo(asDouble(expected.pending()));
        assertThat(number(figure, "lower")).as(what).isEqualTo(expected.lower());
        assertThat(number(figure, "upper")).as(what).isEqualTo(expected.upper());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/nothing                                     | 404 | There is no report nothing",
                "/handled?from=yesterday                      | 400 | \"from\"",
                "/handled?from=2026-02-30                     | 400 | \"from\"",
                "/handled?bucket=year                         | 400 | day, week or month",
                "/handled?chanel=chat                         | 400 | There is no parameter \"chanel\"",
                "/handled?from=2026-10-05&to=2026-10-01       | 400 | before its first",
                "/handled?from=0001-01-01&to=2026-10-01       | 400 | 1970",
                "/handled/conversations?limit=0               | 400 | 1 to 1000",
                "/handled/conversations?cursor=nonsense       | 400 | no page of that name",
                "/resolved/conversations?key=chat             | 400 | has no keys",
                "/handled/conversations?key=chat              | 400 | resolved, answered, human, pending",
                "/feedback/conversations?key=lovely           | 400 | helpful, not_helpful",
                "/impact?from=2026-10-05                      | 400 | \"from\"",
                "/impact/conversations?key=conversion         | 400 | deflection_rate",
                "/impact/conversations?key=handled&from=today | 400 | a moment"
            })
    void what_is_wrong_is_named(String address, int status, String sentence) {
        Answer answer = api.get("/api/v1/reports" + address);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.body().path("detail").asText()).contains(sentence);
    }

    @Test
    void the_reports_are_listed_and_explained_in_two_languages_and_need_their_scope() {
        JsonNode list = found("/api/v1/reports");

        List<String> metrics = new ArrayList<>();
        list.path("reports").forEach(report -> metrics.add(report.path("metric").asText()));
        assertThat(metrics.get(0)).isEqualTo("impact");
        assertThat(metrics.subList(1, metrics.size())).isEqualTo(ExpectedFigures.metrics());
        assertThat(list.path("reports"))
                .allSatisfy(
                        report -> assertThat(report.path("definition").asText()).isNotBlank());
        assertThat(api.withoutKey().get("/api/v1/reports").status()).isEqualTo(401);
    }

    private JsonNode found(String address) {
        Answer answer = api.get(address);
        assertThat(answer.status()).as(address + ": " + answer.text()).isEqualTo(200);
        return answer.body();
    }

    /** The oracle of what was told, once every verdict that is due is given. */
    private List<ExpectedConversation> settled(String source, List<Step> told) {
        Map<String, ExpectedVerdict> verdicts = new HashMap<>();
        Map<String, List<Step>> byConversation = told.stream().collect(groupingBy(Step::conversation));
        byConversation.forEach((id, steps) -> ExpectedConversation.verdictDue(
                        steps, Clock.systemUTC().instant())
                .ifPresent(verdict -> verdicts.put(id, verdict)));
        assertThat(Eventually.within(
                        Duration.ofMinutes(2),
                        () -> verdicts.keySet().stream()
                                .allMatch(id -> api.conversation(source, id)
                                        .body()
                                        .path("verdict")
                                        .isObject())))
                .isTrue();
        return byConversation.entrySet().stream()
                .map(entry -> ExpectedConversation.of(entry.getValue(), verdicts.get(entry.getKey())))
                .toList();
    }

    private static List<String> keysOf(JsonNode report) {
        List<String> keys = new ArrayList<>();
        report.path("totals").forEach(total -> keys.add(total.path("key").asText()));
        return keys;
    }

    private static Double number(JsonNode figure, String name) {
        return figure.path(name).isNumber() ? figure.path(name).asDouble() : null;
    }

    private static Double asDouble(Long number) {
        return number == null ? null : Double.valueOf(number);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
