package org.answerloop.system.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the product, those of every module, as they lie beside this one. */
final class Sources {

    private static final Path PRODUCT = Path.of("..").toAbsolutePath().normalize();

    private Sources() {}

    /** Those whose names end so, in the order of their paths. */
    static List<Path> endingWith(String... ends) {
        return modules()
                .map(module -> module.resolve("src/main"))
                .filter(Files::isDirectory)
                .flatMap(Sources::below)
                .filter(file -> Stream.of(ends).anyMatch(file.toString()::endsWith))
                .toList();
    }

    /** Where the classes of the module have been compiled to. */
    static Path classesOf(String module) {
        Path classes = PRODUCT.resolve(module).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("There are no classes in " + classes);
        }
        return classes;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> modules() {
        try (Stream<Path> folders = Files.list(PRODUCT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
