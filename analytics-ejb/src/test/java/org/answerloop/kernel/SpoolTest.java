package org.answerloop.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SpoolTest {

    private static final Instant LONG_AGO = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Spool spool;

    @BeforeEach
    void open() {
        spool = new Spool(folder.resolve("files"), ".whole");
    }

    @Test
    void a_file_is_one_as_soon_as_it_has_its_name() throws IOException {
        Files.writeString(spool.begin("a"), "Some text");
        assertThat(spool.holds("a.whole")).isFalse();

        assertThat(spool.complete("a")).isEqualTo("a.whole");
        assertThat(spool.file("a.whole")).hasContent("Some text");
        spool.abandon("a");
        assertThat(spool.holds("a.whole")).isTrue();
    }

    @Test
    void what_is_gone_already_is_no_matter() throws IOException {
        Files.writeString(spool.begin("a"), "Some text");
        spool.abandon("a");
        spool.abandon("a");
        spool.remove("a.whole");

        assertThat(folder.resolve("files")).isEmptyDirectory();
    }

    @Test
    void only_what_is_ours_and_old_is_untouched() throws IOException {
        assertThat(spool.untouchedSince(LONG_AGO)).isEmpty();
        for (String id : new String[] {"half", "done", "new"}) {
            Files.writeString(spool.begin(id), "Some text");
        }
        Files.writeString(spool.file("somebody-elses.txt"), "Some text");
        spool.complete("done");
        for (String name : new String[] {"half.partial", "done.whole", "somebody-elses.txt"}) {
            Files.setLastModifiedTime(spool.file(name), FileTime.from(LONG_AGO));
        }

        assertThat(spool.untouchedSince(LONG_AGO.plusSeconds(1)))
                .containsExactlyInAnyOrder("half.partial", "done.whole");
        assertThat(spool.untouchedSince(LONG_AGO)).isEmpty();
    }
}
