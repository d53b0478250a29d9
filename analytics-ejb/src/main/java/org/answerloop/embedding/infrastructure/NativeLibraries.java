package org.answerloop.embedding.infrastructure;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The native part of ONNX Runtime, unpacked once below the data folder. Left to itself, it unpacks 21 MB into the temporary
 * directory at each start, and leaves them there where the server is killed.
 */
final class NativeLibraries {

    /** By which ONNX Runtime knows a folder that holds them. */
    static final String FOLDER = "onnxruntime.native.path";

    /** How many class loaders of this process have asked for them: an application that replaces another is the next. */
    private static final String LOADERS = "org.answerloop.onnxruntime.loaders";

    private static final String RESOURCES = "/ai/onnxruntime/native/";

    /** So long after it was made, a folder that is still empty stays so. */
    private static final Duration IN_USE = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(NativeLibraries.class.getName());

    private static boolean provided;

    private NativeLibraries() {}

    /**
     * Has ONNX Runtime load them from below that folder. Once a class loader: a process takes a file for one class loader only, so
     * the second application of a process has copies of its own, which are used again as well. A folder that the
     * company's IT has named stays as it is.
     */
    static synchronized void provide(Path folder, Clock clock) throws IOException {
        if (provided) {
            return;
        }
        int loader = Integer.getInteger(LOADERS, 0) + 1;
        if (loader == 1 && System.getProperty(FOLDER) != null) {
            provided = true;
            return;
        }
        UnpackedFiles files = new UnpackedFiles(loader == 1 ? folder : folder.resolve(String.valueOf(loader)), clock);
        String platform = RESOURCES + platform() + "/";
        for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
            files.file(platform + System.mapLibraryName(library));
        }
        System.setProperty(LOADERS, String.valueOf(loader));
        System.setProperty(FOLDER, files.folder().toString());
        removeEmptyFolders(clock);
        provided = true;
    }

    /** It makes a folder for each start even so, which stays where the server is killed. One in which anything lies stays, too. */
    private static void removeEmptyFolders(Clock clock) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, "onnxruntime-java*")) {
            for (Path folder : left) {
                try {
                    if (Files.getLastModifiedTime(folder)
                            .toInstant()
                            .isBefore(clock.instant().minus(IN_USE))) {
                        Files.delete(folder);
                    }
                } catch (IOException notEmptyOrNotOurs) {
                    LOG.log(System.Logger.Level.DEBUG, "{0} stays where it is.", folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} cannot be looked through: {1}", temporary, e.getMessage());
        }
    }

    /** As the folders are named in which they are shipped. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        return name + "-" + (processor.equals("aarch64") ? "aarch64" : "x64");
    }
}
