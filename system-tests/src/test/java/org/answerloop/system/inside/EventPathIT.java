package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.model.ConversationState;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.event.model.EventResult.Status.ACCEPTED;
import static org.answerloop.event.model.EventResult.Status.DUPLICATE;
import static org.answerloop.event.model.EventResult.Status.REJECTED;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
class EventPathIT {

    private static final String SOURCE = "/tests/event-path";

    @EJB
    private EventIntake intake;

    @EJB
    private ConversationReader conversations;

    @Inject
    private Clock clock;

    @Test
    void a_conversation_stands_as_it_was_told() {
        ConversationStory story = aHandledConversation(SOURCE, "as-told");

        assertThat(take(story.events())).extracting(EventResult::status).containsOnly(ACCEPTED);

        ConversationView view = conversations.find(SOURCE, "as-told").orElseThrow();
        assertThat(view.channel()).isEqualTo("web");
        assertThat(view.language()).isEqualTo("en");
        assertThat(view.ticket().url()).isEqualTo("https://helpdesk.example/tickets/T-1");
        assertThat(view.state()).isEqualTo(ConversationState.PENDING);
        assertThat(view.verdict()).isNull();
        assertThat(view.timeline()).hasSize(5).noneMatch(entry -> entry.late());
    }

    @Test
    void an_event_that_comes_again_is_a_duplicate_and_changes_nothing() {
        ConversationStory story = aHandledConversation(SOURCE, "again");
        take(story.events());
        ConversationView before = conversations.find(SOURCE, "again").orElseThrow();

        assertThat(take(story.events())).extracting(EventResult::status).containsOnly(DUPLICATE);

        assertThat(conversations.find(SOURCE, "again")).contains(before);
    }

    @Test
    void the_same_id_with_other_content_is_a_conflict_and_the_first_stays() {
        ConversationStory story = aHandledConversation(SOURCE, "conflict");
        take(story.events());
        String changed = story.events().get(1).replace("Where is my parcel?", "Where is my other parcel?");

        EventResult result = take(List.of(changed)).get(0);

        assertThat(result.status()).isEqualTo(REJECTED);
        assertThat(result.problem().code()).isEqualTo("conflict");
        assertThat(conversations.find(SOURCE, "conflict").orElseThrow().toString())
                .contains("Where is my parcel?")
                .doesNotContain("other parcel");
    }

    @Test
    void a_bad_event_never_costs_the_good_ones_beside_it() {
        List<String> events =
                new ArrayList<>(aHandledConversation(SOURCE, "beside").events());
        events.add(1, "{\"specversion\":\"1.0\",");
        events.add(
                3,
                "{\"specversion\":\"1.0\",\"id\":\"no-subject\",\"source\":\"" + SOURCE
                        + "\",\"type\":\"handoff.requested\",\"time\":\"2026-01-01T00:00:00Z\"}");

        List<EventResult> results = take(events);

        assertThat(results.get(1).status()).isEqualTo(REJECTED);
        assertThat(results.get(3).status()).isEqualTo(REJECTED);
        assertThat(results.get(3).id()).isEqualTo("no-subject");
        assertThat(results).filteredOn(result -> result.status() == ACCEPTED).hasSize(events.size() - 2);
        assertThat(conversations.find(SOURCE, "beside").orElseThrow().timeline())
                .hasSize(5);
    }

    @RepeatedTest(5)
    void the_order_the_repetition_and_the_splitting_of_events_change_nothing(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        ConversationStory inOrder = aHandledConversation(SOURCE + "/in-order", "any-order-" + seed);
        ConversationStory shuffled = aHandledConversation(SOURCE + "/shuffled", "any-order-" + seed);
        take(inOrder.events());
        Random random = new Random(seed);
        List<String> events = new ArrayList<>(shuffled.events());
        events.addAll(shuffled.events().subList(0, 3));
        Collections.shuffle(events, random);
        int cut = random.nextInt(events.size());

        take(events.subList(0, cut));
        take(events.subList(cut, events.size()));

        ConversationView expected =
                conversations.find(inOrder.source(), "any-order-" + seed).orElseThrow();
        ConversationView actual =
                conversations.find(shuffled.source(), "any-order-" + seed).orElseThrow();
        assertThat(actual)
                .as("seed %s", seed)
                .usingRecursiveComparison()
                .ignoringFields("id", "source")
                .isEqualTo(expected);
    }

    private ConversationStory aHandledConversation(String source, String id) {
        return aConversation(
                        source,
                        id,
                        clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2)))
                .startsOn("web", "en", "T-1", "Robin")
                .visitorSays("Where is my parcel?")
                .agentReplies("It left our house on Monday.")
                .citing("Delivery times")
                .visitorFindsThat("helpful")
                .visitorSays("Thank you.")
                .isClosedBy("customer_agent", "Robin");
    }

    private List<EventResult> take(List<String> events) {
        return intake.take(events.stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }
}
