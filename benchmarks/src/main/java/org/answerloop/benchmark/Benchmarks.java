package org.answerloop.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** The command: measures what its first argument names and writes the result as Markdown. */
public final class Benchmarks {

    private static final System.Logger LOG = System.getLogger(Benchmarks.class.getName());

    private static final Path RESULTS = Path.of("benchmarks/results");

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Options options = Options.of(arguments);
        Map<String, Benchmark> benchmarks =
                Map.of("ingest", new IngestBenchmark(options), "evaluation", new EvaluationBenchmark(options));
        Benchmark benchmark = benchmarks.get(options.what());
        if (benchmark == null) {
            throw new IllegalArgumentException("There is ingest and evaluation, not " + options.what() + ".");
        }
        String result = benchmark.measure().markdown();
        Path file = Files.createDirectories(RESULTS).resolve(options.what() + ".md");
        Files.writeString(file, result);
        LOG.log(System.Logger.Level.INFO, "{0}\nWritten to {1}.", result, file);
    }
}
