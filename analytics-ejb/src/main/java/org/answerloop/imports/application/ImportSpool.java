package org.answerloop.imports.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.imports.model.SpooledFile;
import org.answerloop.settings.Settings;

/**
 * The directory in which files lie until they have been taken in. Servers that share the work share the directory; a
 * file is whole as soon as it has its name.
 */
@ApplicationScoped
public class ImportSpool {

    private static final String WHOLE = ".import";
    private static final String PARTIAL = ".partial";
    private static final int BUFFER_BYTES = 256 * 1024;

    /** Left to the database and the logs on the same disk. */
    private static final long RESERVED_BYTES = 512L * 1024 * 1024;

    private Path directory;
    private Clock clock;

    /** For the proxy. */
    protected ImportSpool() {}

    @Inject
    public ImportSpool(Settings settings, Clock clock) {
        this.directory = settings.importDirectory();
        this.clock = clock;
    }

    /**
     * Writes a file down as it comes.
     *
     * @throws NoRoomException when the disk is full
     * @throws IOException when the sender breaks off, or the directory cannot be written to
     */
    public SpooledFile store(InputStream content) throws IOException {
        Files.createDirectories(directory);
        String id = UUID.randomUUID().toString();
        Path partial = directory.resolve(id + PARTIAL);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = copy(content, partial, digest);
            Path whole = directory.resolve(id + WHOLE);
            Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
            return new SpooledFile(id + WHOLE, size, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private long copy(InputStream content, Path target, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        long checkedAt = -RESERVED_BYTES;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                if (size - checkedAt >= RESERVED_BYTES / 8) {
                    requireRoom();
                    checkedAt = size;
                }
                out.write(buffer, 0, count);
                size += count;
            }
        }
        return size;
    }

    private void requireRoom() throws IOException {
        if (Files.getFileStore(directory).getUsableSpace() < RESERVED_BYTES) {
            throw new NoRoomException();
        }
    }

    SeekableByteChannel open(String name) throws IOException {
        return Files.newByteChannel(directory.resolve(name));
    }

    boolean holds(String name) {
        return Files.exists(directory.resolve(name));
    }

    /** Takes a file away; one that is gone already is no matter. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the files that have not been written to for that long: nobody is about to make a job of them any more */
    List<String> untouchedFor(Duration time) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        Instant before = clock.instant().minus(time);
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> isOurs(file) && isOlder(file, before))
                    .map(file -> file.getFileName().toString())
                    .toList();
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
