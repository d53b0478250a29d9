package org.answerloop.system.outside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.system.server.Eventually;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file that was sent to be imported, on a server where one can ask for it.
 *
 * @param address under which it is known
 */
record SentFile(Api api, String address) {

    static final String IMPORTS = "/api/v1/imports";

    /** Each of the conversations has so many events. */
    static final int EVENTS = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<String> ENDS = Set.of("done", "failed");
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(10));

    static SentFile send(Api api, String mediaType, String query, String content) {
        Api.Answer answer = api.post(IMPORTS + "?" + query, mediaType, content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return new SentFile(api, IMPORTS + "/" + answer.body().path("id").asLong());
    }

    /** The events of so many conversations, a line each. */
    static String conversations(String source, int count) {
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

    SentFile on(Api other) {
        return new SentFile(other, address);
    }

    JsonNode now() {
        return api.get(address).body();
    }

    /** Waits until the first of it is taken in. */
    SentFile begun() {
        assertThat(Eventually.within(PATIENCE, () -> now().path("bytesTaken").asLong() > 0))
                .isTrue();
        return this;
    }

    /** What it says when it is over. */
    JsonNode finished() {
        assertThat(Eventually.within(
                        PATIENCE, () -> ENDS.contains(now().path("state").asText())))
                .as("%s", now())
                .isTrue();
        return now();
    }

    /** Waits until the chunk is in that was under way when it was stopped. */
    boolean isAtRest() {
        return Eventually.within(PATIENCE, () -> {
            long before = now().path("bytesTaken").asLong();
            return !Eventually.within(
                    Duration.ofSeconds(1), () -> now().path("bytesTaken").asLong() != before);
        });
    }
}
