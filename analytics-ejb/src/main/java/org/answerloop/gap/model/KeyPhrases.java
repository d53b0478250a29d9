package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What many questions of a topic say and few other ones do. Words that stand in every other question of the language say
 * nothing, so that no list of them is needed.
 */
public final class KeyPhrases {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int LONGEST = 3;
    private static final int SHORTEST_WORD = 3;

    /** In how many questions of the language a word stands. */
    private final Map<String, Integer> frequency = new HashMap<>();

    private int questions;

    /** Counts the words of a question of the language. */
    public void count(String question) {
        questions++;
        new HashSet<>(words(question)).forEach(word -> frequency.merge(word, 1, Integer::sum));
    }

    /** @return at most so many, the best first; none says what another says already */
    public List<String> of(List<String> texts, int most) {
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(text -> phrases(words(text)).forEach(phrase -> counts.merge(phrase, 1, Integer::sum)));
        List<String> ranked = counts.keySet().stream()
                .sorted(Comparator.comparingDouble((String phrase) -> -counts.get(phrase) * weight(phrase))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> chosen = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (String phrase : ranked) {
            List<String> words = Arrays.asList(phrase.split(" "));
            if (chosen.size() < most && said.stream().noneMatch(words::contains)) {
                chosen.add(phrase);
                said.addAll(words);
            }
        }
        return chosen;
    }

    private double weight(String phrase) {
        double rarity = 0;
        for (String word : phrase.split(" ")) {
            rarity += rarity(word);
        }
        return rarity;
    }

    private double rarity(String word) {
        return Math.max(0, Math.log((questions + 1.0) / (frequency.getOrDefault(word, 0) + 1.0)) - 1);
    }

    /** Begins and ends with a word that says something. */
    private Set<String> phrases(List<String> words) {
        Set<String> phrases = new HashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from; to < Math.min(words.size(), from + LONGEST); to++) {
                if (says(words.get(from)) && says(words.get(to))) {
                    phrases.add(String.join(" ", words.subList(from, to + 1)));
                }
            }
        }
        return phrases;
    }

    private boolean says(String word) {
        return word.length() >= SHORTEST_WORD && rarity(word) > 0;
    }

    private static List<String> words(String text) {
        String plain = NEITHER_LETTER_NOR_DIGIT
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }
}
