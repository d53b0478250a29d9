package org.answerloop.conversation.model;

import java.time.Instant;

import org.answerloop.resolution.model.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConversationStateTest {

    @ParameterizedTest
    @CsvSource({
        ", , OPEN",
        ", 2026-11-02T10:00:00Z, PENDING",
        "RESOLVED, 2026-11-02T10:00:00Z, RESOLVED",
        "NOT_RESOLVED, 2026-11-02T10:00:00Z, NOT_RESOLVED"
    })
    void theVerdictSaysWhereAConversationStandsAndBeforeItThePartOfTheAgent(
            Outcome outcome, Instant firstPartAt, ConversationState state) {
        assertThat(ConversationState.of(outcome, firstPartAt)).isEqualTo(state);
    }
}
