package org.answerloop.connection.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.answerloop.connection.model.SecretBox;
import org.answerloop.settings.Settings;

import static java.lang.System.Logger.Level.INFO;
import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Where the key comes from that secrets are sealed with: from the settings, which several servers of one database share, or
 * else from a file that the server makes for itself.
 */
@ApplicationScoped
class SecretBoxProducer {

    private static final System.Logger LOG = System.getLogger(SecretBoxProducer.class.getName());
    private static final String FILE = "secret.key";

    @Produces
    @Singleton
    SecretBox secretBox(Settings settings) {
        String key = settings.secretKey().orElseGet(() -> ofThisServer(settings.dataFolder()));
        return new SecretBox(Base64.getDecoder().decode(key));
    }

    /** Two servers may begin at once: who is second takes the key of the first. */
    private static String ofThisServer(Path folder) {
        Path file = folder.resolve(FILE).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file, US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The key in " + file + " can be neither read nor made", e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[SecretBox.KEY];
        new SecureRandom().nextBytes(key);
        Path draft = Files.createTempFile(file.getParent(), FILE, ".new", onlyForTheOwner());
        try {
            Files.write(draft, Base64.getEncoder().encode(key), StandardOpenOption.WRITE);
            Files.createLink(file, draft);
            LOG.log(INFO, "Made the key {0}; back it up together with the database.", file);
        } catch (FileAlreadyExistsException e) {
            LOG.log(INFO, "The key {0} has just been made by another server.", file);
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] onlyForTheOwner() {
        Set<String> known = FileSystems.getDefault().supportedFileAttributeViews();
        return known.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
