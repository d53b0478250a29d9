package org.answerloop.system.outside;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that is ready says what it can do so far. */
@ExtendWith(RunningServer.class)
class ReadinessIT {

    private final Api api;

    ReadinessIT(AnswerloopServer server) {
        this.api = Api.of(server).withoutKey();
    }

    @Test
    void it_says_whether_the_model_is_loaded_and_what_tells_which_questions_are_alike() {
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> check("grouping").path("model").asText().equals("ready")))
                .isTrue();
        assertThat(check("grouping").path("compares").asText()).isEqualTo("meaning and spelling");
        assertThat(check("answers").path("ranking").asText()).isEqualTo("words and meaning");
    }

    private JsonNode check(String name) {
        for (JsonNode check : api.get("/health/ready").body().path("checks")) {
            if (check.path("name").asText().equals(name)) {
                assertThat(check.path("status").asText()).isEqualTo("UP");
                return check.path("data");
            }
        }
        throw new AssertionError("Nothing is said of " + name);
    }
}
