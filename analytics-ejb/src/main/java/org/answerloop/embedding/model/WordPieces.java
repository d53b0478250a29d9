package org.answerloop.embedding.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.answerloop.kernel.NormalForm;

/**
 * Cuts a text into the pieces of words that a model of the BERT family knows: cleaned, in lower case, without accents, split
 * at white space and punctuation, each word from the left into the longest pieces of the vocabulary (Devlin et al. 2019).
 */
public final class WordPieces {

    private static final String UNKNOWN = "[UNK]";
    private static final String FIRST = "[CLS]";
    private static final String LAST = "[SEP]";

    /** How a piece is written that goes on with a word. */
    private static final String GOING_ON = "##";

    /** A longer word is none that the vocabulary could know. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int most;

    /**
     * @param vocabulary the number of each piece
     * @param most how many pieces a text has at most, with the two that begin and end it; the rest is cut off
     */
    public WordPieces(Map<String, Integer> vocabulary, int most) {
        this.vocabulary = vocabulary;
        this.most = most;
    }

    /** The numbers of the text's pieces, between those of the beginning and the end. */
    public long[] numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        numbers.add(vocabulary.get(FIRST));
        for (String word : words(text)) {
            if (numbers.size() >= most - 1) {
                break;
            }
            numbers.addAll(pieces(word));
        }
        List<Integer> kept = numbers.subList(0, Math.min(numbers.size(), most - 1));
        long[] result = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            result[i] = kept.get(i);
        }
        result[kept.size()] = vocabulary.get(LAST);
        return result;
    }

    private List<Integer> pieces(String word) {
        List<Integer> unknown = List.of(vocabulary.get(UNKNOWN));
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            return unknown;
        }
        List<Integer> pieces = new ArrayList<>();
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            Integer number = null;
            while (end > start && number == null) {
                String piece = word.substring(start, end);
                number = vocabulary.get(start == 0 ? piece : GOING_ON + piece);
                end = number == null ? word.offsetByCodePoints(end, -1) : end;
            }
            if (number == null) {
                return unknown;
            }
            pieces.add(number);
            start = end;
        }
        return pieces;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        normalised(text).codePoints().forEach(sign -> {
            if (isSpace(sign)) {
                finish(word, words);
            } else if (isPunctuation(sign) || isIdeograph(sign)) {
                finish(word, words);
                words.add(Character.toString(sign));
            } else {
                word.appendCodePoint(sign);
            }
        });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Without accents and signs that nobody sees, in lower case. */
    private static String normalised(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        NormalForm.of(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(sign -> isSpace(sign) || !isUnseen(sign))
                .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
                // Sign by sign, as the model was taught: a sigma at the end of a word is a sigma.
                .map(Character::toLowerCase)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isSpace(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || Character.isWhitespace(sign)
                || Character.isSpaceChar(sign);
    }

    private static boolean isUnseen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> sign == 0xFFFD;
        };
    }

    /** As BERT counts it: what ASCII has beside letters, digits and spaces, and the punctuation of Unicode. */
    private static boolean isPunctuation(int sign) {
        if (sign < 0x80) {
            return sign > ' ' && sign < 0x7F && !Character.isLetterOrDigit(sign);
        }
        return switch (Character.getType(sign)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Chinese, Japanese and Korean ideographs stand each for itself. */
    private static boolean isIdeograph(int sign) {
        return sign >= 0x4E00 && sign <= 0x9FFF
                || sign >= 0x3400 && sign <= 0x4DBF
                || sign >= 0x20000 && sign <= 0x2CEAF
                || sign >= 0xF900 && sign <= 0xFAFF
                || sign >= 0x2F800 && sign <= 0x2FA1F;
    }
}
