package org.answerloop.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The command: measures what its first argument names and writes the result as Markdown. */
public final class Benchmarks {

    private static final System.Logger LOG = System.getLogger(Benchmarks.class.getName());

    private static final Path RESULTS = Path.of("benchmarks/results");

    private static final SortedMap<String, Function<Options, Benchmark>> BENCHMARKS = new TreeMap<>(Map.of(
            "answers", AnswersBenchmark::new,
            "ingest", IngestBenchmark::new,
            "singles", SinglesBenchmark::new,
            "evaluation", EvaluationBenchmark::new,
            "gaps", GapsBenchmark::new,
            "freshness", FreshnessBenchmark::new,
            "memory", MemoryBenchmark::new,
            "reports", ReportsBenchmark::new,
            "threads", ThreadsBenchmark::new));

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Options options = Options.of(arguments);
        Function<Options, Benchmark> named = BENCHMARKS.get(options.what());
        if (named == null) {
            throw new IllegalArgumentException(
                    "There is " + String.join(", ", BENCHMARKS.keySet()) + ", not " + options.what() + ".");
        }
        String result = named.apply(options).measure().markdown();
        Path file = Files.createDirectories(RESULTS).resolve(options.what() + ".md");
        Files.writeString(file, result);
        LOG.log(System.Logger.Level.INFO, "{0}\nWritten to {1}.", result, file);
    }
}
