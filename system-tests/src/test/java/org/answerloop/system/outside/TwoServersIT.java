package org.answerloop.system.outside;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.Installation;
import org.answerloop.system.server.ServerFolder;
import org.answerloop.system.server.StoppablePostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Two servers share one database: what is decided at one holds at the other, and what one has begun the other one finishes. */
@ExtendWith(InTheBrowser.class)
class TwoServersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SIGN_OUT = Duration.ofSeconds(5);
    private static final String SOURCE = "/tests/two-servers";
    private static final String ANSWER = "/knowledge/answer.xhtml";
    private static final List<String> DEEDS = List.of(
            "book",
            "cancel",
            "change",
            "collect",
            "exchange",
            "insure",
            "lend",
            "pay for",
            "repair",
            "return",
            "sell",
            "send",
            "share",
            "store",
            "test",
            "track",
            "upgrade",
            "visit",
            "weigh",
            "wrap");
    private static final List<String> THINGS = List.of(
            "a tent",
            "my ticket",
            "the canoe",
            "a voucher",
            "our cabin",
            "the skis",
            "a bicycle",
            "my luggage",
            "the guitar",
            "a wheelchair",
            "our dog",
            "the parcel",
            "a meal",
            "my passport",
            "the pram");

    private final Screens screens;

    TwoServersIT(Screens screens) {
        this.screens = screens;
    }

    @Test
    void what_one_server_begins_the_other_goes_on_with_and_both_say_the_same() {
        try (StoppablePostgres postgres = StoppablePostgres.start(Path.of("target", "postgres-of-two-servers"))) {
            ServerFolder one = folder("two-servers-one", postgres);
            ServerFolder two = folder("two-servers-two", postgres);
            int asked = killInTheMiddleOfGrouping(one, postgres);
            two.override("cluster.xml", Installation.example("cluster.xml"));
            two.setEnvironment(
                    "LTPA_KEYS",
                    one.path().resolve("resources/security/ltpa.keys").toString());
            two.setEnvironment("LTPA_PASSWORD", one.environment().get("ltpa_keys_password"));
            try (AnswerloopServer first = AnswerloopServer.launch(one);
                    AnswerloopServer second = AnswerloopServer.launch(two)) {
                first.awaited();
                second.awaited();
                asked += ask(first, "again ", 0, 30) + ask(second, "please ", 30, 60);
                assertThatEachQuestionHasOneTopic(postgres, asked);

                assertThatBothSayTheSame(first, second);
                assertThatASignOutOnOneReachesTheOther(first, second);
            }
        }
    }

    /** @return how many questions came, some of which have a topic and some of which have none */
    private static int killInTheMiddleOfGrouping(ServerFolder folder, StoppablePostgres postgres) {
        try (AnswerloopServer server = AnswerloopServer.start(folder)) {
            int asked = ask(server, "", 0, DEEDS.size() * THINGS.size());
            assertThat(Eventually.within(PATIENCE, () -> grouped(postgres) > 0)).isTrue();
            server.kill();
            assertThat(grouped(postgres)).isBetween(1L, asked - 1L);
            return asked;
        }
    }

    private static long grouped(StoppablePostgres postgres) {
        return postgres.number("select count(*) from unanswered_question where topic_id is not null");
    }

    private static void assertThatEachQuestionHasOneTopic(StoppablePostgres postgres, int asked) {
        assertThat(Eventually.within(
                        PATIENCE,
                        () -> postgres.number("select sum(conversations) from topic where not merged") == asked
                                && postgres.number(
                                                "select count(*) from unanswered_question where grouping_due is not null")
                                        == 0))
                .isTrue();
        assertThat(
                        postgres.number(
                                "select count(*) from unanswered_question q join topic t on t.id = q.topic_id where not t.merged"))
                .isEqualTo(asked);
        assertThat(postgres.number("select count(distinct question_id) from question_vector"))
                .isEqualTo(postgres.number("select count(*) from question_vector"))
                .isEqualTo(asked);
    }

    /** @return how many questions were asked, each in a conversation of its own */
    private static int ask(AnswerloopServer server, String before, int from, int to) {
        List<String> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String question = before + "may I " + DEEDS.get(i % DEEDS.size()) + " "
                    + THINGS.get(i / DEEDS.size() % THINGS.size()) + " in week " + i + "?";
            events.addAll(aConversation(SOURCE, before + i, Instant.now().minus(Duration.ofDays(1)))
                    .startsOn("web", "en")
                    .couldNotBeAnswered(question)
                    .events());
        }
        Api.of(server).tell(events);
        return to - from;
    }

    private void assertThatBothSayTheSame(AnswerloopServer first, AnswerloopServer second) {
        screens.visitor(first).signedInAs("edgar").open("/knowledge/answers.xhtml");
        new SeatOffice(screens, second).give("edgar");

        Page page = screens.visitor(first).signedInAs("edgar").open(ANSWER);
        page.fill("#question", "Where do I leave my umbrella?");
        page.fill("#text", "In the stand beside the door.");
        page.fill("#language", "en");
        page.click("#publish");
        assertThat(page.locator("[role=status]")).containsText("The answer is published");
        String address = page.locator("input[name=id]").getAttribute("value");
        for (AnswerloopServer each : List.of(first, second)) {
            assertThat(isFound(each, "stand beside the door")).isTrue();
        }

        Page elsewhere = screens.visitor(second).signedInAs("edgar").open(ANSWER + "?id=" + address);
        elsewhere.fill("#text", "At the cloakroom.");
        elsewhere.click("#publish");
        assertThat(elsewhere.locator("[role=status]")).containsText("The answer is published");
        assertThat(isFound(first, "cloakroom")).isTrue();

        page.fill("#text", "Typed before the other.");
        page.click("#publish");
        assertThat(page.locator("[role=alert]")).containsText("edgar changed this answer on");
        assertThat(page.locator("#text")).hasValue("Typed before the other.");

        new SeatOffice(screens, second).takeFrom("edgar");
        page.click("#publish");
        assertThat(page.locator("[role=alert]")).containsText("paid seat");
        for (AnswerloopServer each : List.of(first, second)) {
            assertThat(isFound(each, "cloakroom")).isTrue();
        }
    }

    private static void assertThatASignOutOnOneReachesTheOther(AnswerloopServer first, AnswerloopServer second) {
        Caller here = Caller.at("127.0.0.95", first);
        here.signIn("maya", "maya");
        Caller there = here.copiedTo(second);
        assertThat(there.copied().get("/reporting/exports.xhtml").status()).isEqualTo(200);

        here.post("/reporting/sign-out", "");

        assertThat(Eventually.within(
                        SIGN_OUT,
                        () -> there.copied().get("/reporting/exports.xhtml").isSignIn()))
                .isTrue();
    }

    private static boolean isFound(AnswerloopServer server, String text) {
        return Eventually.within(
                PATIENCE,
                () -> Api.of(server)
                        .get("/api/v1/answers?language=en&q=umbrella")
                        .text()
                        .contains(text));
    }

    private static ServerFolder folder(String name, StoppablePostgres postgres) {
        Map<String, String> settings = new TreeMap<>(RunningServer.settings());
        settings.putAll(postgres.settings());
        return ServerFolder.create(name, settings);
    }
}
