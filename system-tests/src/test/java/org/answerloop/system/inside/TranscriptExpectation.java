package org.answerloop.system.inside;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What the product should say about one transcript, counted from the file by rules of our own and by none of the
 * product's classes.
 *
 * @param replies messages of the assistant with a text
 * @param actions tool calls but those of the handoff tool
 * @param handoffs messages that call the handoff tool
 */
record TranscriptExpectation(int replies, int actions, int handoffs) {

    private static final String HANDOFF_TOOL = "transfer_to_human_agents";

    static List<TranscriptExpectation> read(InputStream file) throws IOException {
        List<TranscriptExpectation> expectations = new ArrayList<>();
        for (JsonNode transcript : new JsonMapper().readTree(file)) {
            expectations.add(of(transcript.get("traj")));
        }
        return expectations;
    }

    /** Nobody asks for a human in an event of its own here, and nobody rates: what is left of the four criteria. */
    boolean resolved() {
        return actions > 0 && replies > 0 && handoffs == 0;
    }

    boolean handled() {
        return replies > 0 || handoffs > 0;
    }

    private static TranscriptExpectation of(JsonNode messages) {
        int replies = 0;
        int actions = 0;
        int handoffs = 0;
        for (JsonNode message : messages) {
            if (message.get("role").asText().equals("assistant")) {
                replies += message.path("content").asText("").isBlank()
                                || message.get("content").isNull()
                        ? 0
                        : 1;
                List<String> calls = message.path("tool_calls").findValuesAsText("name");
                long transfers = calls.stream().filter(HANDOFF_TOOL::equals).count();
                actions += calls.size() - (int) transfers;
                handoffs += transfers > 0 ? 1 : 0;
            }
        }
        return new TranscriptExpectation(replies, actions, handoffs);
    }
}
