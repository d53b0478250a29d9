package org.answerloop.sample.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SampleHistoryTest {

    private static final Instant REFERENCE = Instant.parse("2026-11-02T10:15:30Z");
    private static final Duration HALF_A_YEAR = Duration.ofDays(182);
    private static final int CONVERSATIONS = 12_000;
    private static final Set<String> TYPES = Set.of(
            "conversation.started",
            "agent.assigned",
            "message.posted",
            "question.unanswered",
            "handoff.requested",
            "handoff.made",
            "feedback.given",
            "conversation.closed",
            "conversation.flagged",
            "conversation.redacted");

    private static final Set<String> AUTHORS = Set.of("visitor", "customer_agent", "teammate");

    private static List<SampleConversation> told;
    private static List<SampleConversation> eligible;
    private static List<SampleConversation> settled;

    @BeforeAll
    static void tellTheHistory() {
        told = new SampleHistory(7, REFERENCE, CONVERSATIONS)
                .conversations()
                .map(SampleConversation::of)
                .toList();
        eligible = told.stream().filter(c -> !c.testOrSpam()).toList();
        settled = eligible.stream().filter(c -> c.settledAt(REFERENCE)).toList();
    }

    @Test
    void theSameSeedAndInstantTellTheSameBytes() {
        assertThat(bytes(11, REFERENCE)).isEqualTo(bytes(11, REFERENCE));
        assertThat(bytes(12, REFERENCE)).isNotEqualTo(bytes(11, REFERENCE));
        assertThat(bytes(11, REFERENCE.plusSeconds(1))).isNotEqualTo(bytes(11, REFERENCE));
    }

    @Test
    void everyEventIsACloudEventOfTheContract() {
        assertThat(allEvents())
                .allMatch(event -> event.path("specversion").asText().equals("1.0"))
                .allMatch(event -> !event.path("id").asText().isBlank())
                .allMatch(event -> event.path("source").asText().equals("alderwick-desk"))
                .allMatch(event -> !event.path("subject").asText().isBlank())
                .allMatch(event -> TYPES.contains(event.path("type").asText()))
                .allMatch(event -> event.path("data").isObject());
    }

    @Test
    void everyMessageHasAnIdAnAuthorAndATextWithoutBracesLeft() {
        assertThat(told.stream().flatMap(c -> c.of("message.posted")))
                .allMatch(message -> !message.path("messageId").asText().isBlank())
                .allMatch(message ->
                        AUTHORS.contains(message.path("author").path("kind").asText()))
                .allMatch(message -> !message.path("text").asText().isBlank())
                .allMatch(message -> message.path("text").asText().indexOf('{') < 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50})
    void nothingHappensAfterTheReferenceAndEveryConversationHasBegun(int count) {
        List<SampleConversation> few = new SampleHistory(3, REFERENCE, count)
                .conversations()
                .map(SampleConversation::of)
                .toList();
        assertThat(few)
                .hasSize(count)
                .allSatisfy(conversation -> assertThat(conversation.events()).isNotEmpty());
        assertThat(few.stream().flatMap(conversation -> conversation.events().stream()))
                .extracting(event -> Instant.parse(event.path("time").asText()))
                .allMatch(time -> !time.isAfter(REFERENCE) && !time.isBefore(REFERENCE.minus(HALF_A_YEAR)));
    }

    @Test
    void noGreetingOrSignatureRunsIntoTheQuestion() {
        assertThat(told.stream()
                        .flatMap(c -> c.of("message.posted"))
                        .filter(message -> message.at("/author/kind").asText().equals("visitor"))
                        .map(message -> message.path("text").asText()))
                .noneMatch(text -> text.matches("(?s).*[^.!?…]\\n\\n.*"))
                .noneMatch(text ->
                        text.matches("(Hi|Hello|Bonjour|Bonsoir|Rebonjour|Excusez-moi), (?!I\\b)\\p{Lu}\\P{Lu}.*"));
    }

    @Test
    void theSixChannelsAreThereAndChatLeads() {
        Map<String, Long> handled =
                count(eligible.stream().filter(SampleConversation::handled).toList(), SampleConversation::channel);
        assertThat(handled.keySet())
                .containsExactlyInAnyOrder("chat", "email", "whatsapp", "form", "facebook", "voice");
        assertThat(share(handled.get("chat"), total(handled))).isBetween(0.43, 0.49);
    }

    @Test
    void bothLanguagesAndBothCustomerAgentsAreThere() {
        Map<String, Long> languages = count(told, SampleConversation::language);
        assertThat(languages.keySet()).containsExactlyInAnyOrder("en", "fr");
        assertThat(share(languages.get("fr"), CONVERSATIONS)).isBetween(0.36, 0.42);
        Map<String, Long> agents = count(
                told.stream().filter(SampleConversation::handled).toList(),
                c -> c.agent().orElse("none"));
        assertThat(agents).containsKeys("Aria", "Basil");
        assertThat(agents.get("Aria")).isGreaterThan(agents.get("Basil"));
    }

    @Test
    void mostConversationsAreHandled() {
        assertThat(rate(eligible, SampleConversation::handled)).isBetween(0.75, 0.81);
    }

    @Test
    void theResolutionRateRisesOverTheWeeks() {
        assertThat(rate(within(settled, 0, 6), SampleConversation::resolved)).isBetween(0.44, 0.52);
        assertThat(rate(within(settled, 20, 26), SampleConversation::resolved)).isBetween(0.56, 0.62);
        assertThat(rate(settled, SampleConversation::deflected)).isBetween(0.67, 0.73);
    }

    @Test
    void thereIsMoreToDoFromMonthToMonth() {
        assertThat(within(told, 20, 26)).hasSizeGreaterThan(within(told, 0, 6).size() * 5 / 4);
    }

    @Test
    void theNewestConversationsAreStillPending() {
        long pending = eligible.stream()
                .filter(c -> c.handled() && !c.settledAt(REFERENCE))
                .count();
        assertThat(pending).isBetween(CONVERSATIONS / 200L, CONVERSATIONS / 25L);
    }

    @Test
    void handoffsComeByAllThreeTriggersAndFeedbackOfBothKindsWithAndWithoutComments() {
        assertThat(told.stream()
                        .flatMap(c -> c.of("handoff.made"))
                        .map(d -> d.path("trigger").textValue()))
                .contains("agent", "rule", "manual");
        Map<String, Long> feedback = told.stream()
                .flatMap(c -> c.of("feedback.given"))
                .collect(Collectors.groupingBy(
                        d -> d.path("rating").textValue() + " " + d.has("comment"), Collectors.counting()));
        assertThat(feedback).containsOnlyKeys("helpful true", "helpful false", "not_helpful true", "not_helpful false");
        assertThat(share(feedback.get("helpful true") + feedback.get("helpful false"), total(feedback)))
                .isBetween(0.62, 0.82);
    }

    @Test
    void questionsWithoutAnAnswerComeFromManyFamiliesInManyWordsAndSomeTwice() {
        List<String> questions = told.stream()
                .flatMap(c -> c.of("question.unanswered"))
                .map(d -> d.path("question").textValue())
                .toList();
        assertThat(questions).hasSizeGreaterThan(CONVERSATIONS / 20);
        assertThat(Set.copyOf(questions)).hasSizeBetween(350, questions.size() - 1);
        assertThat(Library.open().gaps())
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy(gap -> assertThat(gap.en()).hasSizeBetween(5, 10).doesNotHaveDuplicates())
                .allSatisfy(gap -> assertThat(gap.fr()).hasSizeBetween(5, 10).doesNotHaveDuplicates());
    }

    @Test
    void aFewEventsComeTwiceOrOutOfOrder() {
        long twice = told.stream().filter(SampleConversation::hasDuplicate).count();
        long outOfOrder = told.stream().filter(c -> !c.inOrder()).count();
        assertThat(twice).isBetween(CONVERSATIONS / 200L, CONVERSATIONS / 50L);
        assertThat(outOfOrder).isBetween(CONVERSATIONS / 100L, CONVERSATIONS / 20L);
    }

    private static List<JsonNode> allEvents() {
        return told.stream().flatMap(c -> c.events().stream()).toList();
    }

    private static List<SampleConversation> within(List<SampleConversation> all, int fromWeek, int toWeek) {
        Instant begin = REFERENCE.minus(HALF_A_YEAR);
        return all.stream()
                .filter(c -> !c.begin().isBefore(begin.plus(Duration.ofDays(7L * fromWeek)))
                        && c.begin().isBefore(begin.plus(Duration.ofDays(7L * toWeek))))
                .toList();
    }

    private static double rate(List<SampleConversation> all, Predicate<SampleConversation> counts) {
        return share(all.stream().filter(counts).count(), all.size());
    }

    private static double share(long part, long whole) {
        return (double) part / whole;
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> count(List<SampleConversation> all, Function<SampleConversation, String> key) {
        return all.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static List<String> bytes(long seed, Instant reference) {
        return new SampleHistory(seed, reference, 200)
                .conversations()
                .flatMap(List::stream)
                .map(event -> new String(event.json(), StandardCharsets.UTF_8))
                .toList();
    }
}
