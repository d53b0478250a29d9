package org.answerloop.export.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the writing of a list holds does not grow with the list. */
class ListMemoryTest {

    private static final int ROWS = 150_000;

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "XLSX"})
    void aListIsWrittenInAHeapThatCouldNotHoldIt(String format) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GeneratedList.class.getName(),
                        format,
                        Integer.toString(ROWS))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(ROWS + " rows");
    }
}
