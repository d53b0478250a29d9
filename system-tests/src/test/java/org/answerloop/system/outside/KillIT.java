package org.answerloop.system.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.ServerFolder;
import org.answerloop.system.server.StoppablePostgres;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.Test;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server is killed in the middle of its work, again and again: what it has acknowledged is there, once, and nothing else, and
 * what it was bringing in comes to its end.
 */
class KillIT {

    private static final int WORDS = 400;
    private static final int ROUNDS = Integer.getInteger("answerloop.faults.rounds", 1);
    private static final int FEEDERS = 3;
    private static final int FEWEST_EVENTS = 100;
    private static final int IMPORTED = 1_000;
    private static final int LONGEST_MILLIS = 2_500;

    /** And what was forgotten before it is not in the file of the embedded database any more. */
    @Test
    void on_h2_a_kill_loses_nothing_that_was_acknowledged() throws Exception {
        killAgainAndAgain("killed-on-h2", Map.of());
    }

    @Test
    void on_postgresql_a_kill_loses_nothing_that_was_acknowledged() throws Exception {
        try (StoppablePostgres postgres = StoppablePostgres.start(Path.of("target/postgres-of-kills"))) {
            killAgainAndAgain("killed-on-postgresql", postgres.settings());
        }
    }

    private static void killAgainAndAgain(String name, Map<String, String> database) throws Exception {
        Map<String, String> settings = new TreeMap<>(RunningServer.settings());
        settings.putAll(database);
        ServerFolder folder = ServerFolder.create(name, settings);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Feeder> feeders = IntStream.range(0, FEEDERS)
                .mapToObj(i -> new Feeder("/tests/" + name + "/" + i, random.nextLong()))
                .toList();

        AnswerloopServer server = start(folder, feeders);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                List<String> words = tellAndForget(Api.of(server), round);
                String file = SentFile.conversations("/tests/" + name + "/import-" + round, IMPORTED);
                SentFile sent = killWhileItWorks(server, feeders, file, random.nextInt(LONGEST_MILLIS));
                server = start(folder, feeders);
                assertThatTheyAreForgotten(words, folder);
                assertThatItGoesOn(sent.on(Api.of(server)), file);
                assertThat(feeders).as("seed %s", seed).allSatisfy(feeder -> {
                    feeder.assertThatNothingIsLost();
                    feeder.assertThatNothingIsInvented();
                    feeder.finish();
                    feeder.assertThatEverythingIsThere();
                });
            }
        } finally {
            server.close();
        }
    }

    /** @return words of which the half that stands at even places was told and forgotten, and the rest told */
    private static List<String> tellAndForget(Api api, int round) {
        List<String> words = IntStream.range(0, WORDS)
                .mapToObj(i -> new Random()
                        .ints(12, 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .toList();
        for (int remainder = 0; remainder < 2; remainder++) {
            int told = remainder;
            ConversationStory story = aConversation(
                            "/tests/forgotten",
                            round + "-" + told,
                            Instant.now().minusSeconds(60))
                    .startsOn("web", "en")
                    .visitorSays(IntStream.range(0, WORDS)
                            .filter(i -> i % 2 == told)
                            .mapToObj(words::get)
                            .collect(Collectors.joining(" ")));
            api.tell(story.events());
            if (told == 0) {
                List<String> redacted = story.isRedacted().events();
                api.tell(redacted.subList(redacted.size() - 1, redacted.size()));
            }
        }
        return words;
    }

    /** The bytes themselves: what the tables say is not the question. Of what is written anew and compressed, some can be recognised. */
    private static void assertThatTheyAreForgotten(List<String> words, ServerFolder folder) throws IOException {
        Path file = folder.path().resolve("data/answerloop.mv.db");
        if (Files.exists(file)) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            List<Integer> found = IntStream.range(0, WORDS)
                    .filter(i -> bytes.contains(words.get(i)))
                    .boxed()
                    .toList();
            assertThat(found).hasSizeGreaterThan(WORDS / 20).allMatch(i -> i % 2 == 1);
        }
    }

    private static AnswerloopServer start(ServerFolder folder, List<Feeder> feeders) {
        AnswerloopServer server = AnswerloopServer.start(folder);
        feeders.forEach(feeder -> feeder.sendTo(Api.of(server)));
        return server;
    }

    /** @return a file that it was bringing in, beside the events that were sent */
    private static SentFile killWhileItWorks(AnswerloopServer server, List<Feeder> feeders, String file, int millis)
            throws Exception {
        int before = acknowledged(feeders);
        CompletableFuture<?>[] work =
                feeders.stream().map(CompletableFuture::runAsync).toArray(CompletableFuture[]::new);
        assertThat(Eventually.within(Duration.ofSeconds(30), () -> acknowledged(feeders) >= before + FEWEST_EVENTS))
                .as("events are taken")
                .isTrue();
        SentFile sent = SentFile.send(Api.of(server), Api.LINES, "", file).begun();
        TimeUnit.MILLISECONDS.sleep(millis);
        server.kill();
        CompletableFuture.allOf(work).get(1, TimeUnit.MINUTES);
        return sent;
    }

    /** To its end, and what was taken twice is duplicates. */
    private static void assertThatItGoesOn(SentFile sent, String file) {
        JsonNode done = sent.finished();
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.at("/events/rejected").asInt()).isZero();
        assertThat(done.at("/events/accepted").asInt()
                        + done.at("/events/duplicate").asInt())
                .isEqualTo(SentFile.EVENTS * IMPORTED);
        JsonNode again = SentFile.send(sent.api(), Api.LINES, "", file).finished();
        assertThat(again.at("/events/duplicate").asInt()).isEqualTo(SentFile.EVENTS * IMPORTED);
    }

    private static int acknowledged(List<Feeder> feeders) {
        return feeders.stream().mapToInt(Feeder::acknowledged).sum();
    }
}
