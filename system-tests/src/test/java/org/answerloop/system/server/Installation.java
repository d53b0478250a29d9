package org.answerloop.system.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build has left what is tested: one unpacked runtime, one EAR, the configuration that is shipped. */
public final class Installation {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    private Installation() {}

    public static Path ear() {
        return PROJECT.resolve("ear/target/answerloop.ear");
    }

    /** The runtime: every server of these tests runs from it, each in a folder of its own. */
    public static Path runtime() {
        return PROJECT.resolve("ear/target/liberty/wlp");
    }

    public static Path configuration() {
        return PROJECT.resolve("server-config/server");
    }

    public static Path examples() {
        return PROJECT.resolve("server-config/examples");
    }

    /** The content of an example of the configuration. */
    public static String example(String name) {
        try {
            return Files.readString(examples().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path guard() {
        return runtime().resolve("usr/servers/answerloop/guard");
    }

    static Path drivers() {
        return runtime().resolve("usr/servers/answerloop/jdbc");
    }

    /** The folder of the servers, {@code WLP_USER_DIR}. */
    public static Path userFolder() {
        return Path.of("target/liberty/usr").toAbsolutePath();
    }

    /** The same in a folder as strangers have them, with a space and, where this machine's files can have one, an accent. */
    public static Path strangersFolder() {
        String name = "UTF-8".equals(System.getProperty("sun.jnu.encoding")) ? "à côté" : "beside it";
        return Path.of("target/liberty", name).toAbsolutePath();
    }

    /** Real input that others wrote; it lies beside a checkout on some machines only. */
    public static Path transcripts() {
        return PROJECT.resolveSibling("shared/data/airline-agent-transcripts.json");
    }
}
