package org.answerloop.gap.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.answerloop.kernel.Fingerprint;
import org.answerloop.kernel.NormalForm;

/**
 * What two wordings have in common that are the same question. Compatibility forms (Unicode NFKC), case, white space,
 * punctuation and symbols make no difference: an apostrophe within a word is dropped (<i>what's</i> is
 * <i>whats</i>), as are characters that nobody sees; every other sign separates words as a
 * space does (<i>puis-je</i> is <i>puis je</i>). Letters, their accents and digits do make a difference.
 */
public final class QuestionKey {

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern WITHIN_A_WORD = Pattern.compile("(?<=[\\p{L}\\p{M}])['\u2018\u2019\u02BC](?=\\p{L})");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private QuestionKey() {}

    public static String of(String question) {
        return Fingerprint.of(normalise(question));
    }

    static String normalise(String question) {
        String compatible = NormalForm.of(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String seen = UNSEEN.matcher(compatible).replaceAll("");
        String joined = WITHIN_A_WORD.matcher(seen).replaceAll("");
        String words = NEITHER_LETTER_NOR_DIGIT.matcher(joined).replaceAll(" ").strip();
        // A question of nothing but signs is itself.
        return words.isEmpty() ? compatible.strip() : words;
    }
}
