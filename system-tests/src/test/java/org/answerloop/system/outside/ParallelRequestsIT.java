package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Many tell of one conversation at the same time: it is as if one had told it in order. */
@ExtendWith(RunningServer.class)
class ParallelRequestsIT {

    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(20));
    private static final int SENDERS = 8;
    private static final int EXCHANGES = 12;

    private final Api api;

    ParallelRequestsIT(AnswerloopServer server) {
        this.api = Api.of(server);
    }

    @Test
    void no_event_of_parallel_requests_about_one_conversation_gets_lost() {
        ConversationStory inOrder = aLongConversation("/tests/parallel/in-order");
        ConversationStory atOnce = aLongConversation("/tests/parallel/at-once");
        api.tell(inOrder.events());

        List<String> events = new ArrayList<>(atOnce.events());
        Collections.shuffle(events, new Random(7));
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        CompletableFuture<?>[] sent = events.stream()
                .map(event -> CompletableFuture.runAsync(() -> api.tell(List.of(event)), senders))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
        senders.shutdown();

        assertThat(toldOf(atOnce)).isEqualTo(toldOf(inOrder));
    }

    @Test
    void the_same_event_sent_by_many_at_once_is_accepted_once() {
        String event = aLongConversation("/tests/parallel/same").events().get(1);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<CompletableFuture<String>> sent = Collections.nCopies(SENDERS, event).stream()
                .map(copy -> CompletableFuture.supplyAsync(
                        () -> api.send(Api.ONE, copy)
                                .body()
                                .at("/results/0/status")
                                .asText(),
                        senders))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join))
                .containsOnlyOnce("accepted")
                .containsOnly("accepted", "duplicate");
        senders.shutdown();
    }

    private static ConversationStory aLongConversation(String source) {
        ConversationStory story = aConversation(source, "one", LONG_AGO).startsOn("web", "en", "T-1", "Robin");
        for (int exchange = 0; exchange < EXCHANGES; exchange++) {
            story.visitorSays("And " + exchange + "?").agentReplies("Yes, " + exchange + ".");
        }
        return story.citing("Numbers").visitorFindsThat("helpful").isClosedBy("customer_agent", "Robin");
    }

    private JsonNode toldOf(ConversationStory story) {
        ObjectNode conversation =
                (ObjectNode) api.settledConversation(story.source(), story.id()).deepCopy();
        conversation.remove("source");
        ((ObjectNode) conversation.path("verdict")).remove("decidedAt");
        return conversation;
    }
}
