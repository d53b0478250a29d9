package org.answerloop.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Questions of which somebody said what they are about: a file with the columns {@code text} and {@code category}. */
record LabelledQuestions(List<Labelled> all) {

    private static final Path FOLDER = Path.of("../shared/data");

    record Labelled(String question, String label) {}

    static boolean isThere(String name) {
        return Files.isReadable(FOLDER.resolve(name));
    }

    static LabelledQuestions read(String name) throws IOException {
        List<Labelled> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(name))) {
            rows.forEach(row -> all.add(new Labelled(row.getField("text"), row.getField("category"))));
        }
        return new LabelledQuestions(all);
    }

    /** One of each label, by chance, in the order of the labels. */
    List<Labelled> oneOfEach(Random random) {
        Map<String, List<Labelled>> byLabel = new TreeMap<>();
        all.forEach(question -> byLabel.computeIfAbsent(question.label(), label -> new ArrayList<>())
                .add(question));
        return byLabel.values().stream()
                .map(questions -> questions.get(random.nextInt(questions.size())))
                .toList();
    }
}
