package org.answerloop.embedding.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UnpackedFilesTest {

    private static final String RESOURCE = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final FileTime LONG_AGO = FileTime.from(NOW.minusSeconds(3_600));

    @TempDir
    private Path folder;

    @Test
    void a_file_is_unpacked_once_and_used_again() throws IOException {
        Path file = files().file(RESOURCE);
        Files.setLastModifiedTime(file, LONG_AGO);

        assertThat(files().file(RESOURCE)).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
        assertThat(names()).containsExactly("bge-small-en-v1.5-q-tokenizer.json");
    }

    @Test
    void one_that_is_torn_or_was_changed_is_unpacked_anew() throws IOException {
        Path file = files().file(RESOURCE);
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[whole.length - 1]++;
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        for (byte[] wrong : List.of(new byte[0], changed, longer)) {
            Files.write(file, wrong);

            assertThat(files().file(RESOURCE)).hasBinaryContent(whole);
        }
    }

    @Test
    void what_a_killed_server_left_is_removed_and_what_another_is_writing_stays() throws IOException {
        Path forsaken = Files.createTempFile(folder, "model", ".unpacking");
        Files.setLastModifiedTime(forsaken, LONG_AGO);
        Path another = Files.createTempFile(folder, "model", ".unpacking");
        Files.setLastModifiedTime(another, FileTime.from(NOW.minusSeconds(1)));

        files();

        assertThat(forsaken).doesNotExist();
        assertThat(another).exists();
    }

    private UnpackedFiles files() throws IOException {
        return new UnpackedFiles(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
