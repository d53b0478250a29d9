package org.answerloop.answer.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.answer.application.AnswerIndex;
import org.answerloop.answer.infrastructure.WordSearch.Match;
import org.answerloop.answer.model.Fit;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.PublishedAnswer;

/**
 * An index in memory, filled from the database at each start. An answer is looked at where it is among the best by its words
 * or among the nearest by what its question means; how well it fits is told by both.
 */
@ApplicationScoped
public class HybridAnswers implements AnswerIndex {

    /** So many of the best by words and so many of the nearest are looked at, and more where more are asked for. */
    private static final int LOOKED_AT = 50;

    private final ConcurrentSkipListMap<Long, PublishedAnswer> waiting =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final AnswerMeanings meanings = new AnswerMeanings();
    private WordIndex words;

    /** Begins empty. */
    @PostConstruct
    public void open() {
        words = new WordIndex();
    }

    @Override
    public synchronized void put(Collection<PublishedAnswer> answers) {
        meanings.remove(answers.stream().map(PublishedAnswer::id).toList());
        // Before they are found: at no moment is one found of which it seems to be known what it means.
        answers.forEach(answer -> waiting.put(answer.id(), answer));
        words.put(answers);
    }

    @Override
    public synchronized void remove(Collection<Long> ids) {
        words.remove(ids);
        ids.forEach(waiting::remove);
        meanings.remove(ids);
    }

    @Override
    public synchronized void clear() {
        words.clear();
        waiting.clear();
        meanings.clear();
    }

    @Override
    public List<PublishedAnswer> withoutMeaning(Predicate<PublishedAnswer> wanted, int limit) {
        return waiting.values().stream().filter(wanted).limit(limit).toList();
    }

    @Override
    public int countWithoutMeaning() {
        return waiting.size();
    }

    @Override
    public int count() {
        return words.count();
    }

    @Override
    public synchronized void understand(Map<PublishedAnswer, float[]> understood, float[] everyday) {
        understood.forEach((answer, meaning) -> {
            if (waiting.remove(answer.id(), answer)) {
                meanings.put(answer.id(), WordIndex.language(answer), meaning, everyday);
            }
        });
    }

    @Override
    public List<FoundAnswer> search(String question, float[] meaning, String language, int limit) {
        int many = Math.max(limit, LOOKED_AT);
        try (WordSearch search = words.search(question, language)) {
            List<Match> matches = new ArrayList<>(search.best(many));
            Map<Long, Double> similarities = Map.of();
            if (meaning != null) {
                Set<Long> nearest = meanings.nearest(meaning, language, many);
                matches.forEach(match -> nearest.remove(match.id()));
                matches.addAll(search.among(nearest));
                similarities = meanings.similarities(
                        meaning, matches.stream().map(Match::id).toList());
            }
            return best(search, similarities, matches, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Candidate(Match match, Double similarity, double score) {}

    private static List<FoundAnswer> best(
            WordSearch search, Map<Long, Double> similarities, List<Match> matches, int limit) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (Match match : matches) {
            Double similarity = similarities.get(match.id());
            Fit fit = new Fit(match.language(), match.words(), similarity);
            if (fit.isWorthSaying()) {
                candidates.add(new Candidate(match, similarity, fit.score()));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(candidate -> candidate.match().id()));
        List<FoundAnswer> found = new ArrayList<>();
        for (Candidate candidate : candidates.subList(0, Math.min(limit, candidates.size()))) {
            PublishedAnswer answer = search.read(candidate.match());
            found.add(new FoundAnswer(
                    answer.id(), answer.revision(), answer.wording(), candidate.score(), candidate.similarity()));
        }
        return found;
    }

    @PreDestroy
    public void close() {
        try {
            words.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
