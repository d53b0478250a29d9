package org.answerloop.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory in which files lie until their work is done. Servers that share the work share it. A file is whole as soon
 * as it has the name of one; whatever else lies there is nobody's.
 */
public final class Spool {

    private static final String PARTIAL = ".partial";

    /** Left to the database and the logs on the same disk. */
    private static final long RESERVED_BYTES = 512L * 1024 * 1024;

    private final Path directory;
    private final String ending;

    /** @param ending of the names of files that are whole */
    public Spool(Path directory, String ending) {
        this.directory = directory;
        this.ending = ending;
    }

    public Path directory() {
        return directory;
    }

    /** Whether the disk has room for some more, and for others. */
    public boolean hasRoom() throws IOException {
        return Files.getFileStore(directory).getUsableSpace() >= RESERVED_BYTES;
    }

    /** Where a file is to be written before it is one. */
    public Path begin(String id) throws IOException {
        Files.createDirectories(directory);
        return partial(id);
    }

    /** What was written is a file from now on. @return its name */
    public String complete(String id) throws IOException {
        Files.move(partial(id), file(id + ending), StandardCopyOption.ATOMIC_MOVE);
        return id + ending;
    }

    /** What was written is not wanted; where nothing is, it is no matter. */
    public void abandon(String id) {
        remove(id + PARTIAL);
    }

    public Path file(String name) {
        return directory.resolve(name);
    }

    public boolean holds(String name) {
        return Files.exists(file(name));
    }

    /** Takes a file away; one that is gone already is no matter. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files, whole or not, that nobody has written to since. */
    public List<String> untouchedSince(Instant moment) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> isOlder(file, moment))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending) || name.endsWith(PARTIAL))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException e) {
            // Somebody else has removed it in the meantime.
            return false;
        }
    }

    private Path partial(String id) {
        return directory.resolve(id + PARTIAL);
    }
}
