package org.answerloop.system.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A clock of one process that goes otherwise than the machine's, and can be set while the process runs: Debian's faketime. */
public final class WrongClock {

    private final Path library;
    private final Path setting;

    private WrongClock(Path library, Path setting) {
        this.library = library;
        this.setting = setting;
    }

    /** @param setting a file that says how the clock goes; nothing where the machine has no faketime */
    public static Optional<WrongClock> at(Path setting) {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return Stream.concat(Stream.of(Path.of("/usr/lib")), folders)
                    .map(folder -> folder.resolve("faketime/libfaketime.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .map(library -> new WrongClock(library, setting.toAbsolutePath()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the process needs in its environment. Its counter of elapsed time is left alone, as it is by a clock that is set. */
    public Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", setting.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // Waiting goes by the counter already; without this, every wait of the virtual machine ends at once.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** Sets it, so far ahead of the machine's. */
    public void set(Duration ahead) {
        try {
            Files.createDirectories(setting.getParent());
            // In one step: the process reads it at any moment.
            Path next =
                    Files.writeString(setting.resolveSibling(setting.getFileName() + ".next"), "+" + ahead.toSeconds());
            Files.move(next, setting, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
