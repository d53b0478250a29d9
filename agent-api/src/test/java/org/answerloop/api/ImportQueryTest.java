package org.answerloop.api;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.answerloop.event.model.EventDetails.Person;
import org.answerloop.imports.model.TranscriptOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ImportQueryTest {

    @Test
    void whatIsLeftOutIsAsItIsMostOften() {
        assertThat(query(q -> {}).options()).isEqualTo(TranscriptOptions.of("desk", null));
    }

    @Test
    void whatIsSaidCounts() {
        TranscriptOptions options = query(q -> {
                    q.agentId = "sky";
                    q.agentName = "Sky";
                    q.firstTime = "2026-01-05T09:00:00+01:00";
                    q.step = "PT1M";
                    q.spread = "PT0S";
                    q.messages = "dialogue";
                })
                .options();
        assertThat(options.agent()).isEqualTo(new Person("sky", "Sky"));
        assertThat(options.firstTime()).isEqualTo(Instant.parse("2026-01-05T08:00:00Z"));
        assertThat(options.step()).isEqualTo(Duration.ofMinutes(1));
        assertThat(options.spread()).isEqualTo(Duration.ZERO);
        assertThat(options.messageMembers()).containsExactly("dialogue", "messages", "traj");
    }

    @Test
    void anAgentWithoutANameIsCalledByItsId() {
        assertThat(query(q -> q.agentId = "sky").options().agent()).isEqualTo(new Person("sky", "sky"));
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                arguments("format", of(q -> q.format = "csv")),
                arguments("source", of(q -> q.source = null)),
                arguments("source", of(q -> q.source = " ")),
                arguments("firstTime", of(q -> q.firstTime = "yesterday")),
                arguments("firstTime", of(q -> q.firstTime = "2026-01-05T09:00:00")),
                arguments("step", of(q -> q.step = "20")),
                arguments("step", of(q -> q.step = "-PT1S")),
                arguments("spread", of(q -> q.spread = "P366D")));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void aParameterThatCannotBeUsedIsNamed(String parameter, Consumer<ImportQuery> change) {
        assertThatThrownBy(query(change)::options)
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The parameter \"" + parameter + "\" takes ");
    }

    private static Consumer<ImportQuery> of(Consumer<ImportQuery> change) {
        return change;
    }

    private static ImportQuery query(Consumer<ImportQuery> change) {
        ImportQuery query = new ImportQuery();
        query.format = "openai-chat";
        query.source = "desk";
        query.prefix = TranscriptOptions.PREFIX;
        query.channel = TranscriptOptions.CHANNEL;
        query.handoffTool = TranscriptOptions.HANDOFF_TOOL;
        change.accept(query);
        return query;
    }
}
