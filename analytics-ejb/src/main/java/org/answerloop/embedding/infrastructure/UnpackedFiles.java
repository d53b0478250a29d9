package org.answerloop.embedding.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/**
 * Resources of the application that have to be files: unpacked once into a folder, and used again wherever they are still the
 * same to the byte. Several servers may share the folder: a file is there whole or not at all.
 */
final class UnpackedFiles {

    private static final String DRAFT = ".unpacking";
    private static final int BLOCK = 64 * 1024;

    /** Unpacking takes less than a second; a draft this old is one of a server that was killed meanwhile. */
    private static final Duration FORSAKEN = Duration.ofMinutes(10);

    private final Path folder;
    private final Clock clock;

    UnpackedFiles(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        this.clock = clock;
        removeForsakenDrafts();
    }

    Path folder() {
        return folder;
    }

    /** The file of that resource, under its own name. */
    Path file(String resource) throws IOException {
        Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        if (!holds(file, resource)) {
            Path draft = Files.createTempFile(folder, file.getFileName().toString(), DRAFT);
            try (InputStream content = open(resource)) {
                Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
                put(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
        return file;
    }

    private static void put(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean holds(Path file, String resource) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream expected = open(resource);
                InputStream found = Files.newInputStream(file)) {
            byte[] block = expected.readNBytes(BLOCK);
            while (block.length > 0) {
                if (!Arrays.equals(block, found.readNBytes(block.length))) {
                    return false;
                }
                block = expected.readNBytes(BLOCK);
            }
            return found.read() < 0;
        }
    }

    private void removeForsakenDrafts() throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, "*" + DRAFT)) {
            for (Path draft : drafts) {
                removeIfForsaken(draft);
            }
        }
    }

    private void removeIfForsaken(Path draft) throws IOException {
        try {
            if (Files.getLastModifiedTime(draft)
                    .toInstant()
                    .isBefore(clock.instant().minus(FORSAKEN))) {
                Files.deleteIfExists(draft);
            }
        } catch (NoSuchFileException putInItsPlace) {
            // By another server, just now.
        }
    }

    static InputStream open(String resource) throws IOException {
        InputStream content = UnpackedFiles.class.getResourceAsStream(resource);
        if (content == null) {
            throw new IOException("the resource " + resource + " is missing");
        }
        return content;
    }
}
