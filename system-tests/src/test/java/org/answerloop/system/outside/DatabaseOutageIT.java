package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.StoppablePostgres;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** The database goes away in the middle of the work and comes back. */
@ExtendWith(OnPostgres.class)
class DatabaseOutageIT {

    private static final int ROUNDS = Integer.getInteger("answerloop.faults.rounds", 1);
    private static final String SOURCE = "/tests/outage";
    private static final int FEEDERS = 3;
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final AnswerloopServer server;
    private final StoppablePostgres postgres;

    DatabaseOutageIT(AnswerloopServer server, StoppablePostgres postgres) {
        this.server = server;
        this.postgres = postgres;
    }

    @Test
    void the_server_says_so_stays_alive_and_recovers_by_itself() throws Exception {
        Api api = Api.of(server);
        List<Feeder> feeders = IntStream.range(0, FEEDERS)
                .mapToObj(i -> new Feeder(SOURCE + "/" + i, i))
                .toList();
        feeders.forEach(feeder -> feeder.sendTo(api));
        for (int round = 1; round <= ROUNDS; round++) {
            stopUnderLoad(postgres, feeders);
            assertThatItSaysSo(server, api);
            postgres.startAgain();
            assertThatItRecovers(server, api, round);
            feeders.forEach(Feeder::finish);
            feeders.forEach(Feeder::assertThatNothingIsLost);
            feeders.forEach(Feeder::assertThatEverythingIsThere);
        }
    }

    private static void stopUnderLoad(StoppablePostgres postgres, List<Feeder> feeders) throws Exception {
        CompletableFuture<?>[] work =
                feeders.stream().map(CompletableFuture::runAsync).toArray(CompletableFuture[]::new);
        TimeUnit.SECONDS.sleep(1);
        postgres.stopHard();
        CompletableFuture.allOf(work).get(1, TimeUnit.MINUTES);
        assertThat(feeders).allSatisfy(feeder -> assertThat(feeder.refusals()).containsOnly(503));
    }

    private static void assertThatItSaysSo(AnswerloopServer server, Api api) {
        assertThatItIsUnavailable(api.send(Api.LINES, anEvent("during")));
        assertThatItIsUnavailable(api.send(Api.ONE, anEvent("during")));
        assertThatItIsUnavailable(api.withKey("al_a_key_that_nobody_made").send(Api.ONE, anEvent("during")));
        assertThatItIsUnavailable(api.conversation(SOURCE, "during"));
        assertThat(server.isReady()).as("ready").isFalse();
        assertThat(server.isLive()).as("live").isTrue();
    }

    private static void assertThatItIsUnavailable(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.body().path("code").asText()).isEqualTo("unavailable");
        assertThat(answer.retryAfter()).as("Retry-After").isPositive();
    }

    private static void assertThatItRecovers(AnswerloopServer server, Api api, int round) {
        assertThat(Eventually.within(RECOVERY, () -> {
                    boolean taken = api.send(Api.ONE, anEvent("after-" + round)).status() == 202;
                    return taken && server.isReady();
                }))
                .as("ready and taking events within %s", RECOVERY)
                .isTrue();
        // What works behind the scenes goes on, too.
        ConversationStory story = aConversation(
                        SOURCE, "decided-after-" + round, Instant.now().minus(Duration.ofDays(5)))
                .startsOn("web", "en")
                .visitorSays("Are you there?")
                .agentReplies("I am again.");
        api.tell(story.events());
        api.settledConversation(story.source(), story.id());
    }

    private static String anEvent(String id) {
        return aConversation(SOURCE, id, Instant.now().minus(Duration.ofHours(1)))
                .startsOn("web", "en")
                .events()
                .get(0);
    }
}
