package org.answerloop.imports.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.answerloop.event.model.EventDetails.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportOptionsTest {

    @Test
    void whatIsLeftOutIsAsItIsMostOften() {
        assertThat(ImportOptions.of(Map.of("source", "desk", "prefix", " ")).transcripts())
                .isEqualTo(TranscriptOptions.of("desk", null));
    }

    @Test
    void whatIsSaidCounts() {
        TranscriptOptions options = ImportOptions.of(Map.of(
                        "source", "desk",
                        "agentId", "sky",
                        "agentName", "Sky",
                        "firstTime", "2026-01-05T09:00:00+01:00",
                        "step", "PT1M",
                        "spread", "PT0S",
                        "messages", "dialogue"))
                .transcripts();
        assertThat(options.agent()).isEqualTo(new Person("sky", "Sky"));
        assertThat(options.firstTime()).isEqualTo(Instant.parse("2026-01-05T08:00:00Z"));
        assertThat(options.step()).isEqualTo(Duration.ofMinutes(1));
        assertThat(options.spread()).isEqualTo(Duration.ZERO);
        assertThat(options.messageMembers()).containsExactly("dialogue", "messages", "traj");
    }

    @Test
    void anAgentWithoutANameIsCalledByItsId() {
        assertThat(ImportOptions.of(Map.of("source", "desk", "agentId", "sky"))
                        .csv()
                        .agent())
                .isEqualTo(new Person("sky", "sky"));
    }

    @ParameterizedTest
    @CsvSource({
        "openai-chat, firstTime, yesterday",
        "openai-chat, firstTime, 2026-01-05T09:00:00",
        "openai-chat, step, 20",
        "openai-chat, step, -PT1S",
        "openai-chat, spread, P366D",
        "openai-chat, separator, tab",
        "csv, separator, ;",
        "csv, zone, Paris",
        "csv, step, PT1S",
        "events, source, desk",
        "csv, colour, red"
    })
    void aParameterThatCannotBeUsedIsNamed(String format, String parameter, String value) {
        Map<String, String> texts = new HashMap<>(format.equals("events") ? Map.of() : Map.of("source", "desk"));
        texts.put(parameter, value);
        assertThatThrownBy(() -> ImportFormat.labelled(format).check(ImportOptions.of(texts)))
                .isInstanceOf(UnusableImportException.class)
                .hasMessageStartingWith("The parameter \"" + parameter + "\" takes ");
    }

    @ParameterizedTest
    @CsvSource({"csv", "openai-chat"})
    void theSourceIsNeeded(String format) {
        assertThatThrownBy(() -> ImportFormat.labelled(format).check(ImportOptions.of(Map.of("source", " "))))
                .hasMessageStartingWith("The parameter \"source\" takes ");
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> ImportFormat.labelled("xml")).hasMessageContaining("events, csv, openai-chat");
    }

    @Test
    void theTableKeepsWhatWasSaid() {
        ImportOptionsColumn column = new ImportOptionsColumn();
        ImportOptions options = ImportOptions.of(Map.of("source", "d\"é", "zone", "UTC"));
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(options)))
                .isEqualTo(options);
    }
}
