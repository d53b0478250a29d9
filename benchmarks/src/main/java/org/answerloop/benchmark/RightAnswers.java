package org.answerloop.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.answerloop.answer.infrastructure.HybridAnswers;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.PublishedAnswer;
import org.answerloop.answer.model.Wording;
import org.answerloop.benchmark.LabelledQuestions.Labelled;
import org.answerloop.embedding.infrastructure.BgeSmallEmbedder;

/**
 * How often the right answer is the first, or among the first three: one question of each intent is an answer's, and others are
 * asked. Goes through the very index that the server searches.
 */
final class RightAnswers {

    private static final String TRAIN = "banking77-train.csv";
    private static final String TEST = "banking77-test.csv";
    private static final String LANGUAGE = "en";
    private static final int FIRST = 3;

    private final int draws;
    private final long seed;

    /** @param draws how often the questions of the answers are drawn */
    RightAnswers(int draws, long seed) {
        this.draws = draws;
        this.seed = seed;
    }

    /** What an answer is looked up by. */
    private enum By {
        WORDS("words alone (BM25)"),
        MEANING("meaning alone (embedding)"),
        BOTH("both, as the server does");

        private final String text;

        By(String text) {
            this.text = text;
        }
    }

    private static final class Tally {
        private final double[] first;
        private final double[] amongThree;

        Tally(int draws) {
            first = new double[draws];
            amongThree = new double[draws];
        }
    }

    void measure(Result result) throws IOException {
        if (!LabelledQuestions.isThere(TRAIN) || !LabelledQuestions.isThere(TEST)) {
            result.note("How often the right answer is found was not measured: the labelled questions are not there.");
            return;
        }
        LabelledQuestions train = LabelledQuestions.read(TRAIN);
        List<Labelled> asked = LabelledQuestions.read(TEST).all();
        Map<By, Tally> tallies = new HashMap<>();
        for (By by : By.values()) {
            tallies.put(by, new Tally(draws));
        }
        try (BgeSmallEmbedder embedder = BgeSmallEmbedder.load(
                Path.of(System.getProperty("java.io.tmpdir"), "answerloop-model"), Clock.systemUTC())) {
            List<float[]> meanings =
                    asked.stream().map(each -> embedder.embed(each.question())).toList();
            for (int draw = 0; draw < draws; draw++) {
                ask(train.oneOfEach(new Random(seed + draw)), asked, meanings, embedder, tallies, draw);
            }
        }
        double words = mean(tallies.get(By.WORDS).first);
        for (By by : By.values()) {
            Tally tally = tallies.get(by);
            result.row(
                    "right answer first, among the first three: " + by.text,
                    "**%.1f %%**, %.1f %%".formatted(100 * mean(tally.first), 100 * mean(tally.amongThree)),
                    by == By.BOTH ? Result.atLeast(mean(tally.first), words + 0.1, "words alone + 10 points") : "");
        }
        result.note(
                ("Right answers: each of the %d intents of banking77-train has one answer, whose question and text are one of its"
                                + " questions, drawn by the seed %d and the %d after it; %,d questions of banking77-test are asked of each draw,"
                                + " and the means are given. What is first alone varies between draws by %.1f points.")
                        .formatted(
                                train.oneOfEach(new Random(seed)).size(),
                                seed,
                                draws - 1,
                                asked.size(),
                                100 * spread(tallies.get(By.BOTH).first)));
    }

    private static void ask(
            List<Labelled> answers,
            List<Labelled> asked,
            List<float[]> meanings,
            BgeSmallEmbedder embedder,
            Map<By, Tally> tallies,
            int draw)
            throws IOException {
        HybridAnswers index = index(answers, embedder);
        for (int i = 0; i < asked.size(); i++) {
            String question = asked.get(i).question();
            for (By by : By.values()) {
                List<FoundAnswer> found = index.search(
                        by == By.MEANING ? "" : question, by == By.WORDS ? null : meanings.get(i), LANGUAGE, FIRST);
                String label = asked.get(i).label();
                List<String> labels = found.stream()
                        .map(answer -> answers.get((int) answer.id()).label())
                        .toList();
                tallies.get(by).first[draw] +=
                        !labels.isEmpty() && labels.get(0).equals(label) ? 1.0 / asked.size() : 0;
                tallies.get(by).amongThree[draw] += labels.contains(label) ? 1.0 / asked.size() : 0;
            }
        }
        index.close();
    }

    private static HybridAnswers index(List<Labelled> answers, BgeSmallEmbedder embedder) {
        HybridAnswers index = new HybridAnswers();
        index.open();
        List<PublishedAnswer> published = new ArrayList<>();
        Map<PublishedAnswer, float[]> meanings = new HashMap<>();
        for (int id = 0; id < answers.size(); id++) {
            String question = answers.get(id).question();
            PublishedAnswer answer = new PublishedAnswer(id, 1, new Wording(question, question, LANGUAGE));
            published.add(answer);
            meanings.put(answer, embedder.embed(question));
        }
        index.put(published);
        index.understand(meanings, embedder.everyday());
        return index;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double spread(double[] values) {
        double least = 1;
        double most = 0;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }
}
