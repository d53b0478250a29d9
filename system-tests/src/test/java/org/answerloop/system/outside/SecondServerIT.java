package org.answerloop.system.outside;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.ServerFolder;
import org.answerloop.system.server.StoppablePostgres;
import org.answerloop.system.server.WrongClock;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** A second server on the same database, whose clock is wrong or which hangs: the first one is right, and goes on. */
@ExtendWith(OnPostgres.class)
class SecondServerIT {

    private static final String NAME = "second-server";
    private static final String SOURCE = "/tests/second-server";
    private static final Duration WINDOW = Duration.ofHours(72);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FAST = Duration.ofMinutes(20);

    /** Within two seconds, and as many for a machine that is busy with tests. */
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    /** As it is set for this second server, so that the test is short. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private static final int MESSAGES = 4_000;
    private static final int BATCH = 20;

    private final AnswerloopServer first;
    private final StoppablePostgres postgres;
    private final Optional<WrongClock> clock = WrongClock.at(Path.of("target", "clock-of-" + NAME));
    private AnswerloopServer second;

    SecondServerIT(AnswerloopServer first, StoppablePostgres postgres) {
        this.first = first;
        this.postgres = postgres;
    }

    @BeforeEach
    void start() {
        Map<String, String> settings = new TreeMap<>(RunningServer.settings());
        settings.putAll(postgres.settings());
        settings.merge("ANSWERLOOP_DB_URL", "?ApplicationName=" + NAME, String::concat);
        settings.put("ANSWERLOOP_DB_IDLE_TIMEOUT", IDLE.toSeconds() + "s");
        clock.ifPresent(known -> settings.putAll(known.environment()));
        clock.ifPresent(known -> known.set(FAST));
        second = AnswerloopServer.launch(ServerFolder.create(NAME, settings));
        assertThat(Eventually.within(
                        Duration.ofMinutes(5),
                        () -> check("database").path("status").asText().equals("UP")))
                .as("started")
                .isTrue();
    }

    @AfterEach
    void end() {
        second.close();
    }

    @Test
    void neither_a_wrong_clock_nor_a_hanging_server_costs_the_others_anything() throws Exception {
        if (clock.isPresent()) {
            theClockOfTheDatabaseCounts();
            aWrongClockIsSaid();
            whatIsPublishedIsFoundAtOnce();
            clock.get().set(Duration.ZERO);
            assertThat(Eventually.within(Duration.ofSeconds(30), second::isReady))
                    .as("ready when set right")
                    .isTrue();
            // It was set back by twenty minutes, which holds up nothing either.
            whatIsPublishedIsFoundAtOnce();
        }
        locksOfAHangingServerAreFreedWithinTheirBound();
        assumeThat(clock)
                .as("faketime, without which wrong clocks are not tested (Debian: apt-get install faketime)")
                .isPresent();
    }

    /** Told by way of the server whose clock is wrong. */
    private void theClockOfTheDatabaseCounts() {
        ConversationStory soon = answered("soon", Instant.now().minus(WINDOW).plus(Duration.ofMinutes(5)));
        ConversationStory over = answered("over", Instant.now().minus(WINDOW).minus(Duration.ofMinutes(5)));
        Api.of(second).tell(soon.events());
        Api.of(second).tell(over.events());
        Api.of(second)
                .tell(aConversation(SOURCE, "asked", Instant.now().minus(Duration.ofHours(1)))
                        .startsOn("web", "en")
                        .couldNotBeAnswered("Is there a lift to the tower?")
                        .events());
        ConversationStory early = answered("early", Instant.now().plus(Duration.ofMinutes(10)));
        assertThat(Api.of(second).send(Api.ONE, early.events().get(0)).text()).contains("time-in-future");

        assertThat(Api.of(first)
                        .settledConversation(SOURCE, "over")
                        .at("/verdict/outcome")
                        .asText())
                .isEqualTo("RESOLVED");
        assertThat(Eventually.within(
                        PATIENCE,
                        () -> postgres.number(
                                        "select count(*) from unanswered_question q join conversation c on c.id = q.conversation_id where c.source = '"
                                                + SOURCE + "' and q.topic_id is not null")
                                == 1))
                .as("grouped by the other server")
                .isTrue();
        assertThat(postgres.number(
                        "select count(*) from grouping_turn where held_until > now() + interval '21 seconds'"))
                .isZero();
        assertThat(Api.of(first)
                        .conversation(SOURCE, "soon")
                        .body()
                        .path("verdict")
                        .isObject())
                .isFalse();
        assertThat(postgres.number(
                        "select count(*) from inbox_event where source = '" + SOURCE + "' and received_at > now()"))
                .isZero();
    }

    private void aWrongClockIsSaid() {
        assertThat(second.isReady()).isFalse();
        assertThat(first.isReady()).isTrue();
        JsonNode check = check("clock");
        assertThat(check.path("status").asText()).isEqualTo("DOWN");
        assertThat(check.at("/data/aheadOfDatabaseMillis").asLong())
                .isBetween(FAST.toMillis() - 2_000, FAST.toMillis() + 2_000);
        assertThat(check.at("/data/reason").asText()).contains("ahead of the database's");
        // The server's own health check writes a line each time that it is asked.
        assertThat(second.log()
                        .lines()
                        .filter(line -> line.contains("ClockComparison") && line.contains("ahead of the database's")))
                .hasSize(1);

        Browsing ada = Browsing.on(second);
        assertThat(ada.signsIn("ada", "ada")).isTrue();
        assertThat(ada.open("/knowledge/settings.xhtml").body())
                .containsPattern("It is (19.min.59.s|20.min(.1.s)?) ahead of the database’s\\.");
    }

    /** Stamped by a clock that is an hour fast, and by one that is an hour slow; the server that is asked has a wrong one, too. */
    private void whatIsPublishedIsFoundAtOnce() {
        for (String stamp : List.of("now() + interval '1 hour'", "now() - interval '1 hour'")) {
            long id = postgres.number(
                    "select max(coalesce(id, 0)) + 1 from short_answer right join (select 1) one on true");
            publish(id, "Where do I leave my umbrella?", "In the stand number " + id + " beside the door.", stamp);
            for (AnswerloopServer server : List.of(first, second)) {
                assertThat(Eventually.within(AT_ONCE, () -> answers(server).contains("number " + id + " ")))
                        .as("found")
                        .isTrue();
            }
            change(id, "state = 'ARCHIVED', published_revision = null, version = version + 1");
            for (AnswerloopServer server : List.of(first, second)) {
                assertThat(Eventually.within(AT_ONCE, () -> !answers(server).contains("number " + id + " ")))
                        .as("gone")
                        .isTrue();
            }
        }
    }

    private static String answers(AnswerloopServer server) {
        return Api.of(server).get("/api/v1/answers?language=en&q=umbrella").text();
    }

    private void publish(long id, String question, String answer, String stamp) {
        postgres.change(
                "insert into short_answer (id, version, revision, question, answer, language, published_revision, state, owner,"
                        + " created_at, created_by, changed_at, changed_by) values (" + id + ", 1, 1, '" + question
                        + "', '" + answer
                        + "', 'en', 1, 'PUBLISHED', 'edgar', " + stamp + ", 'edgar', " + stamp + ", 'edgar')");
        postgres.change(
                "insert into short_answer_revision (answer_id, number, question, answer, language, written_at, written_by)"
                        + " select id, 1, question, answer, language, created_at, created_by from short_answer where id = "
                        + id);
        change(id, "state = 'PUBLISHED'");
    }

    /** Numbered as the product numbers its changes. */
    private void change(long id, String change) {
        postgres.change("begin; update short_answer set " + change + " where id = " + id
                + "; update answer_change_counter set number = number + 1; update short_answer set change_number ="
                + " (select number from answer_change_counter) where id = " + id + "; commit");
    }

    private void locksOfAHangingServerAreFreedWithinTheirBound() throws Exception {
        ConversationStory story = aConversation(SOURCE, "held", Instant.now().minus(Duration.ofMinutes(MESSAGES + 60)))
                .startsOn("web", "en");
        for (int i = 0; i < MESSAGES; i++) {
            story.visitorSays("Message number " + i);
        }
        List<String> events = story.events();
        CompletableFuture<?> load = CompletableFuture.runAsync(() -> {
            for (int from = 0; from + BATCH < events.size() && second.isRunning(); from += BATCH) {
                Api.of(second).send(Api.LINES, String.join("\n", events.subList(from, from + BATCH)));
            }
        });
        suspendInTheMiddleOfATransaction();
        long began = System.nanoTime();
        Api.Answer answer = Api.of(first).send(Api.ONE, events.get(events.size() - 1));
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.text()).contains("accepted");
        assertThat(took).isBetween(Duration.ofMillis(500), IDLE.plusSeconds(5));
        assertThat(first.isReady()).isTrue();
        second.goOn();
        load.get(2, TimeUnit.MINUTES);
        assertThat(Eventually.within(PATIENCE, second::isReady))
                .as("ready again")
                .isTrue();
        assertThat(Api.of(second).send(Api.ONE, events.get(events.size() - 2)).status())
                .isEqualTo(202);
    }

    /** Suspends it where it holds the conversation that it writes to. */
    private void suspendInTheMiddleOfATransaction() throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            second.suspend();
            // By then the database is through with what was on its way.
            TimeUnit.MILLISECONDS.sleep(20);
            if (holdsTheConversation()) {
                return;
            }
            second.goOn();
            TimeUnit.MILLISECONDS.sleep(7 + tries % 13);
        }
        throw new AssertionError("It was in the middle of a transaction at no time");
    }

    /** Its row, against a change; a lock of what only refers to it holds up nobody. */
    private boolean holdsTheConversation() {
        String conversation = " from conversation where source = '" + SOURCE + "' and external_id = 'held'";
        return postgres.number("select count(*)" + conversation) == 1
                && postgres.number("select count(*) from (select id" + conversation
                                + " for no key update skip locked) free_one")
                        == 0
                && postgres.number("select count(*) from pg_stat_activity where application_name = '" + NAME
                                + "' and state = 'idle in transaction' and backend_xid is not null")
                        > 0;
    }

    private JsonNode check(String name) {
        try {
            for (JsonNode check :
                    Api.of(second).withoutKey().get("/health/ready").body().path("checks")) {
                if (check.path("name").asText().equals(name)) {
                    return check;
                }
            }
        } catch (UncheckedIOException notYet) {
            // It does not listen yet.
        }
        return MissingNode.getInstance();
    }

    private static ConversationStory answered(String id, Instant beginning) {
        return aConversation(SOURCE, id, beginning.minus(Duration.ofMinutes(2)))
                .startsOn("web", "en")
                .visitorSays("Do you ship to islands?")
                .agentReplies("Yes, to all of them.")
                .citing("Where we ship");
    }
}
