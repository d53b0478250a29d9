package org.answerloop.imports.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.imports.model.SpooledFile;
import org.answerloop.kernel.Spool;
import org.answerloop.settings.Settings;

/** Where files lie until they have been taken in. */
@ApplicationScoped
public class ImportSpool {

    private static final int BUFFER_BYTES = 256 * 1024;

    private static final long BYTES_BETWEEN_LOOKS_AT_THE_DISK = 64L * 1024 * 1024;

    private Spool files;
    private Clock clock;
    private long most;

    /** For the proxy. */
    protected ImportSpool() {}

    @Inject
    public ImportSpool(Settings settings, Clock clock) {
        this.files = new Spool(settings.importDirectory(), ".import");
        this.clock = clock;
        this.most = settings.importBytes();
    }

    /**
     * Writes a file down as it comes.
     *
     * @throws FileTooLargeException when it is larger than this server takes
     * @throws NoRoomException when the disk is full
     * @throws IOException when the sender breaks off, or the directory cannot be written to
     */
    public SpooledFile store(InputStream content) throws IOException {
        String id = UUID.randomUUID().toString();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = copy(content, files.begin(id), digest);
            return new SpooledFile(files.complete(id), size, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } finally {
            files.abandon(id);
        }
    }

    private long copy(InputStream content, Path target, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        long checkedAt = -BYTES_BETWEEN_LOOKS_AT_THE_DISK;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                if (size + count > most) {
                    throw new FileTooLargeException(most);
                }
                if (size - checkedAt >= BYTES_BETWEEN_LOOKS_AT_THE_DISK) {
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
        if (!files.hasRoom()) {
            throw new NoRoomException();
        }
    }

    SeekableByteChannel open(String name) throws IOException {
        return Files.newByteChannel(files.file(name));
    }

    boolean holds(String name) {
        return files.holds(name);
    }

    /** Takes a file away; one that is gone already is no matter. */
    public void remove(String name) {
        files.remove(name);
    }

    /** @return the files that have not been written to for that long: nobody is about to make a job of them any more */
    List<String> untouchedFor(Duration time) {
        return files.untouchedSince(clock.instant().minus(time));
    }
}
