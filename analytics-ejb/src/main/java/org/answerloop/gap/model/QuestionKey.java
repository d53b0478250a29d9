package org.answerloop.gap.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.answerloop.kernel.Fingerprint;

/**
 * What two wordings have in common that are the same question: compatibility forms, case, punctuation and spaces make no
 * difference; letters, their accents and digits do.
 */
public final class QuestionKey {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private QuestionKey() {}

    public static String of(String question) {
        return Fingerprint.of(normalise(question));
    }

    static String normalise(String question) {
        String compatible = Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words =
                NEITHER_LETTER_NOR_DIGIT.matcher(compatible).replaceAll(" ").strip();
        // A question of nothing but signs is itself.
        return words.isEmpty() ? compatible.strip() : words;
    }
}
