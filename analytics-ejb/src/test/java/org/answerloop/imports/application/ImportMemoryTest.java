package org.answerloop.imports.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an import holds does not grow with its file: the file is many times as large as the heap. */
class ImportMemoryTest {

    private static final long BYTES = 120L * 1_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"events", "csv", "openai-chat"})
    void aFileOf120MegabytesIsTakenInAHeapOf24(String format) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GeneratedImport.class.getName(),
                        format,
                        Long.toString(BYTES))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("events of");
    }
}
