package org.answerloop.system.outside;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.ServerFolder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProductionIT {

    private static final Duration START = Duration.ofMinutes(5);

    @Test
    void production_refuses_the_demo_users() {
        ServerFolder folder = ServerFolder.create("demoInProduction", Map.of());
        folder.edit("server.xml", "</server>", "<include location=\"demo-users.xml\"/></server>");

        assertThatItDoesNotStart(folder, "The demo users have public passwords and are refused in production");
    }

    @Test
    void settings_that_are_malformed_or_unknown_stop_the_start_with_a_sentence_each() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "ANSWERLOOP_RESOLUTION_WINDOW", "three days",
                "ANSWERLOOP_REPORTING_ZONE", "Paris/Europe",
                "ANSWERLOOP_RESOLUTON_WINDOW", "PT72H"));

        assertThatItDoesNotStart(
                ServerFolder.create("malformed", settings),
                "The setting answerloop.resolution.window (ANSWERLOOP_RESOLUTION_WINDOW) is \"three days\"",
                "The setting answerloop.reporting.zone (ANSWERLOOP_REPORTING_ZONE) is \"Paris/Europe\"",
                "The setting ANSWERLOOP_RESOLUTON_WINDOW is unknown");
    }

    private static void assertThatItDoesNotStart(ServerFolder folder, String... sentences) {
        try (AnswerloopServer server = AnswerloopServer.launch(folder)) {
            boolean ended = Eventually.within(
                    START,
                    () -> server.isReady()
                            || !server.isRunning()
                            || server.log().contains("CWWKZ0002E"));
            assertThat(ended).as("the start has come to an end").isTrue();
            assertThat(server.isReady()).isFalse();
            assertThat(server.log()).contains(sentences);
        }
    }
}
