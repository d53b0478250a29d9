package org.answerloop.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine, and how busy it was: a figure without them says nothing. */
record Machine(Instant at, int processors, String processor, double memoryInGib, String load) {

    private static final double KIB_IN_GIB = 1024.0 * 1024.0;

    static Machine now() {
        return new Machine(
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES),
                Runtime.getRuntime().availableProcessors(),
                word("/proc/cpuinfo", "model name"),
                memory(),
                firstLine("/proc/loadavg"));
    }

    String text() {
        return "%s, %d × %s, %.0f GiB, %s, Java %s, load %s."
                .formatted(
                        at,
                        processors,
                        processor,
                        memoryInGib,
                        System.getProperty("os.name"),
                        Runtime.version().feature(),
                        load);
    }

    private static double memory() {
        String total = word("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return total.isEmpty() ? 0 : Long.parseLong(total) / KIB_IN_GIB;
    }

    private static String word(String file, String name) {
        return lines(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String firstLine(String file) {
        String[] words = lines(file).split(" ");
        return words.length < 3 ? "unknown" : words[0] + " " + words[1] + " " + words[2];
    }

    private static String lines(String file) {
        try {
            Path path = Path.of(file);
            return Files.isReadable(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
