package org.answerloop.system.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of one server: the shipped configuration, the drivers, free ports, and an environment of its own.
 *
 * @param path holds server.xml
 * @param environment as it stands in server.env
 */
public record ServerFolder(Path path, Map<String, String> environment) {

    /** Makes the folder anew. Whatever {@code environment} does not say is as on a stranger's machine. */
    public static ServerFolder create(String name, Map<String, String> environment) {
        return create(Installation.userFolder(), name, environment);
    }

    /** The same in a folder with a space and an accent, on a machine that speaks Turkish, whose capital of i is another. */
    public static ServerFolder createWithStrangers(String name, Map<String, String> environment) {
        Map<String, String> turkish = new TreeMap<>(environment);
        turkish.put("JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR");
        return create(Installation.strangersFolder(), name, turkish);
    }

    private static ServerFolder create(Path userFolder, String name, Map<String, String> environment) {
        Map<String, String> complete = new TreeMap<>(environment);
        complete.putIfAbsent("ANSWERLOOP_HTTP_HOST", "127.0.0.1");
        complete.putIfAbsent("ANSWERLOOP_HTTP_PORT", freePort());
        complete.putIfAbsent("ANSWERLOOP_HTTPS_PORT", freePort());
        // Liberty makes these on `server create`, which a copied configuration has not been through.
        complete.put("keystore_password", "only-for-this-test");
        complete.put("ltpa_keys_password", "only-for-this-test");
        try {
            Path path = userFolder.resolve("servers").resolve(name);
            delete(path);
            copy(Installation.configuration(), path);
            copy(Installation.drivers(), path.resolve("jdbc"));
            copy(Installation.guard(), path.resolve("guard"));
            ServerFolder folder = new ServerFolder(path, complete);
            folder.writeEnvironment();
            // It lives for a minute, of which compiling thoroughly would take its part.
            folder.option("-XX:TieredStopAtLevel=1");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** The folder of the servers, {@code WLP_USER_DIR}. */
    Path userFolder() {
        return path.getParent().getParent();
    }

    public String httpPort() {
        return environment.get("ANSWERLOOP_HTTP_PORT");
    }

    /** Changes the environment of the next start. */
    public void setEnvironment(String name, String value) {
        environment.put(name, value);
        try {
            writeEnvironment();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeEnvironment() throws IOException {
        Files.writeString(
                path.resolve("server.env"),
                environment.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** Adds a file to what the server reads after its own configuration. */
    public void override(String file, String content) {
        try {
            Path folder = Files.createDirectories(path.resolve("configDropins/overrides"));
            Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces words of a shipped file, as the company's IT would in an editor. */
    public void edit(String file, String before, String after) {
        try {
            String content = Files.readString(path.resolve(file));
            if (!content.contains(before)) {
                throw new IllegalArgumentException(file + " says nowhere " + before);
            }
            Files.writeString(path.resolve(file), content.replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds an option of the virtual machine. */
    public void option(String option) {
        try {
            Files.writeString(path.resolve("jvm.options"), option + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of the files whose paths are counted; files may come and go meanwhile. */
    long bytes(Predicate<String> counted) {
        return bytes(path.toFile(), counted);
    }

    private static long bytes(File file, Predicate<String> counted) {
        File[] children = file.listFiles();
        return children == null
                ? counted.test(file.getPath()) ? file.length() : 0
                : Stream.of(children).mapToLong(child -> bytes(child, counted)).sum();
    }

    void install(Path application) {
        try {
            Path folder = Files.createDirectories(path.resolve("apps"));
            Files.copy(application, folder.resolve(application.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
