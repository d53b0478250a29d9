package org.answerloop.export.application;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.settings.Settings;

/**
 * The directory in which written files lie until somebody takes them. Servers that share the work share the directory; a
 * file is whole as soon as it has its name.
 */
@ApplicationScoped
public class ExportSpool {

    private static final String WHOLE = ".export";
    private static final String PARTIAL = ".partial";
    private static final int BUFFER_BYTES = 256 * 1024;

    private Path directory;
    private Clock clock;

    /** For the proxy. */
    protected ExportSpool() {}

    @Inject
    public ExportSpool(Settings settings, Clock clock) {
        this.directory = settings.exportDirectory();
        this.clock = clock;
    }

    /** What is written here is no file of the job yet. */
    OutputStream begin(long job, String owner) throws IOException {
        Files.createDirectories(directory);
        return new BufferedOutputStream(Files.newOutputStream(partial(job, owner)), BUFFER_BYTES);
    }

    /** What was written is a file from now on. @return its name */
    String complete(long job, String owner) throws IOException {
        String name = job + "-" + owner + WHOLE;
        Files.move(partial(job, owner), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    long size(String name) throws IOException {
        return Files.size(directory.resolve(name));
    }

    /** What was written is not wanted; where nothing is, it is no matter. */
    void abandon(long job, String owner) {
        remove(partial(job, owner));
    }

    /** Takes a file away; one that is gone already is no matter. */
    void remove(String name) {
        remove(directory.resolve(name));
    }

    boolean holds(String name) {
        return Files.exists(directory.resolve(name));
    }

    void copy(String name, OutputStream out) throws IOException {
        Files.copy(directory.resolve(name), out);
    }

    /** Takes away what nobody has written to for that long. */
    void removeUntouchedFor(Duration time) {
        if (Files.isDirectory(directory)) {
            Instant before = clock.instant().minus(time);
            try (Stream<Path> files = Files.list(directory)) {
                List<Path> old = files.filter(file -> isOurs(file) && isOlder(file, before))
                        .toList();
                old.forEach(ExportSpool::remove);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path partial(long job, String owner) {
        return directory.resolve(job + "-" + owner + PARTIAL);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(WHOLE) || name.endsWith(PARTIAL);
    }

    private static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException e) {
            // Somebody else has removed it in the meantime.
            return false;
        }
    }
}
